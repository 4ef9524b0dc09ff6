package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MariaDbGroupTests extends GroupContract {

	MariaDbGroupTests() {
		super(TestDatabase.mariaDb());
	}

	@Override
	String currentSchema() {
		return "database()";
	}

	@Test
	void keepsWhatWasAppliedAndSaysSoBefore(CapturedOutput output) {
		failAtTheSecond();
		assertThat(tables()).isOne();
		assertThat(output.getOut()).contains(
				"dangerous-setting (spring.flyway.group): It is true, and MariaDB commits each change of the schema");
	}

}
