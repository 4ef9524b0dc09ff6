package dev.resilientdb.sample;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@ActiveProfiles("h2")
class H2OutageDrillTests extends OutageDrillContract {

	@Test
	void refusesDrillOfServerThatThereIsNot() {
		assertThat(sample().statusOfPost("/drills/server-killed", Map.of()))
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
