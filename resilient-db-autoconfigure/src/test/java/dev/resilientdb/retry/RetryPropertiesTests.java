package dev.resilientdb.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryProperties}.
 */
class RetryPropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RetryAutoConfiguration.class, FailureAutoConfiguration.class));

	@Test
	void bindsProperties() {
		this.contextRunner
			.withPropertyValues("resilient-db.retry.max-attempts=3", "resilient-db.retry.max-delay=2s",
					"resilient-db.retry.deadline=4s", "resilient-db.retry.scope=transactional",
					"resilient-db.retry.inside-transaction=fail", "resilient-db.retry.on=deadlock")
			.run((context) -> {
				RetryProperties properties = context.getBean(RetrySettings.class).current();
				assertThat(properties.maxAttempts()).isEqualTo(3);
				assertThat(properties.maxDelay()).isEqualTo(Duration.ofSeconds(2));
				assertThat(properties.deadline()).isEqualTo(Duration.ofSeconds(4));
				assertThat(properties.scope()).isEqualTo(RetryScope.TRANSACTIONAL);
				assertThat(properties.insideTransaction()).isEqualTo(InsideTransaction.FAIL);
				assertThat(properties.on()).hasToString("[DEADLOCK]");
			});
	}

	@Test
	void invalidAttemptsNameTheirKey() {
		failsToStart("resilient-db.retry.max-attempts=0", "resilient-db.retry.max-attempts must be", "but is 0");
	}

	@Test
	void invalidOrderOfDelaysNamesBothKeys() {
		failsToStart("resilient-db.retry.delay=2s", "resilient-db.retry.delay (2000ms)",
				"resilient-db.retry.max-delay (1000ms)");
	}

	@Test
	void invalidConnectionDelayNamesItsKey() {
		failsToStart("resilient-db.retry.connection.delay=-1s", "resilient-db.retry.connection.delay must be");
	}

	private void failsToStart(String property, String... reasons) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().message().contains(reasons));
	}

}
