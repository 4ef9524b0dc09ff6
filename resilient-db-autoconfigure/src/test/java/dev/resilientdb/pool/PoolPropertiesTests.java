package dev.resilientdb.pool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoolProperties}.
 */
class PoolPropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, PoolAutoConfiguration.class));

	@Test
	void defaultsAreThoseOfTheDocumentation() {
		this.contextRunner.run((context) -> assertThat(context.getBean(PoolProperties.class))
			.hasToString("PoolProperties[sampleInterval=PT0.5S, warningUtilization=0.8, criticalUtilization=0.95,"
					+ " leakThreshold=PT30S, longTransactionThreshold=PT30S, idleTransactionThreshold=PT5S,"
					+ " nestedAcquisition=WARN, probe=Probe[enabled=true, timeout=PT1S]]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sample-interval=99ms", "sample-interval=61s", "warning-utilization=0",
			"warning-utilization=0.96", "critical-utilization=1.01", "critical-utilization=NaN", "probe.timeout=0s",
			"probe.timeout=2m", "leak-threshold=999ms", "long-transaction-threshold=25h",
			"idle-transaction-threshold=0s" })
	void refusesValuesThatMakeNoSense(String setting) {
		String name = setting.substring(0, setting.indexOf('='));
		this.contextRunner.withPropertyValues("resilient-db.pool." + setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.pool." + name));
	}

}
