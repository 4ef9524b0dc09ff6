package dev.resilientdb.sample;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@ActiveProfiles("mariadb")
class MariaDbOutageDrillTests extends ServerDrillContract {

	@Test
	void refusesDrillOfPasswordsThatNobodyAsksFor() {
		assertThat(sample().statusOfPost("/drills/wrong-password", Map.of()))
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
