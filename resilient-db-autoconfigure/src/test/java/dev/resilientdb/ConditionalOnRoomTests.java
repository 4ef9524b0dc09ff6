package dev.resilientdb;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureLog;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionalOnRoomTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class));

	@Test
	void matchesByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(FailureLog.class));
	}

	@Test
	void understandsYes() {
		this.contextRunner.withPropertyValues("resilient-db.enabled=yes", "resilient-db.failure.enabled=on")
			.run((context) -> assertThat(context).hasSingleBean(FailureLog.class));
	}

	@Test
	void matchesNotWhenRoomIsOff() {
		this.contextRunner.withPropertyValues("resilient-db.failure.enabled=no")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureLog.class));
	}

	@Test
	void matchesNotWhenEverythingIsOff() {
		this.contextRunner.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureLog.class));
	}

	@Test
	void refusesWhatIsNoBoolean() {
		this.contextRunner.withPropertyValues("resilient-db.failure.enabled=perhaps")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(IllegalArgumentException.class)
				.hasStackTraceContaining(BindException.class.getName())
				.hasStackTraceContaining("resilient-db.failure.enabled"));
	}

}
