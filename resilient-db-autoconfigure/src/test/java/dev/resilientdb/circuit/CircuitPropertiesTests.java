package dev.resilientdb.circuit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, AvailabilityAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource({ "failure-rate-threshold,0", "failure-rate-threshold,1.1", "slow-rate-threshold,0",
			"slow-rate-threshold,2", "slow-acquisition-threshold,0s", "minimum-calls,0", "minimum-calls,51", "window,0",
			"window,10001", "open-duration,99ms", "open-duration,11m", "half-open-calls,0", "read-only-duration,1ms",
			"shed-paths,reports" })
	void invalidValueNamesTheKey(String key, String value) {
		this.runner.withPropertyValues("resilient-db.circuit." + key + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageMatching("resilient-db\\.circuit\\.(" + key + "|minimum-calls) must be .* but is .*"));
	}

	@Test
	void defaultsAreValid() {
		this.runner.run((context) -> assertThat(context.getBean(CircuitProperties.class).shedPaths()).isEmpty());
	}

}
