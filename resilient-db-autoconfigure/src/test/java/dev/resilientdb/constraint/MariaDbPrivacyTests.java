package dev.resilientdb.constraint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbPrivacyTests extends PrivacyContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbPrivacyTests() {
		super(DATABASE);
	}

	@Test
	void driverTellsValuesUnlessSilenced(CapturedOutput output) {
		executeWith(MARIADB);
		assertThat(output).contains(SECRET);
	}

}
