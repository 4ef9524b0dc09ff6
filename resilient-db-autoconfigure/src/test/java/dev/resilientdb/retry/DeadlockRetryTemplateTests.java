package dev.resilientdb.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeadlockRetryTemplateTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DialectAutoConfiguration.class, FailureAutoConfiguration.class,
				RetryAutoConfiguration.class));

	@Test
	void refusesEmptyName() {
		this.contextRunner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(DeadlockRetryTemplate.class).withName(" ")));
	}

	@Test
	void refusesNameThatWouldBreakLines() {
		this.contextRunner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(DeadlockRetryTemplate.class).withName("a\nb")));
	}

	@Test
	void refusesDeadlineThatHasPassed() {
		this.contextRunner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(DeadlockRetryTemplate.class).withDeadline(Duration.ZERO)));
	}

	@Test
	void refusesNoAttempt() {
		this.contextRunner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(DeadlockRetryTemplate.class).withMaxAttempts(0)));
	}

	@Test
	void refusesToEmptySetting() {
		this.contextRunner.run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(RetrySettings.class).change("retry.deadline", ""))
			.withMessageContaining("resilient-db.retry.deadline"));
	}

}
