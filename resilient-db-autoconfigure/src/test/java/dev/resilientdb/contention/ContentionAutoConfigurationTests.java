package dev.resilientdb.contention;

import java.sql.SQLException;
import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContentionAutoConfiguration}.
 */
class ContentionAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContentionAutoConfiguration.class, FailureAutoConfiguration.class));

	@Test
	void remembersDeadlocksByDefault() {
		this.contextRunner.run((context) -> {
			report(context, FailureKind.DEADLOCK);
			assertThat(context.getBean(DeadlockLog.class).summary("dataSource").last24h()).isOne();
		});
	}

	@Test
	void remembersNothingButDeadlocks() {
		this.contextRunner.run((context) -> {
			report(context, FailureKind.LOCK_TIMEOUT);
			assertThat(context.getBean(DeadlockLog.class).summary().last24h()).isZero();
		});
	}

	@Test
	void isOffByProperty() {
		this.contextRunner.withPropertyValues("resilient-db.contention.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DeadlockLog.class));
	}

	@Test
	void isOffWithFailures() {
		this.contextRunner.withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DeadlockLog.class));
	}

	@Test
	void isOffWithEverythingElse() {
		this.contextRunner.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DeadlockLog.class));
	}

	@Test
	void backsOffWhenUserDefinesLog() {
		DeadlockLog own = new DeadlockLog(Clock.systemUTC());
		this.contextRunner.withBean("own", DeadlockLog.class, () -> own)
			.run((context) -> assertThat(context).getBean(DeadlockLog.class).isSameAs(own));
	}

	@Test
	void startsWithoutMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DeadlockMetrics.class));
	}

	@Test
	void countsInMeterRegistry() {
		this.contextRunner.withBean(SimpleMeterRegistry.class).run((context) -> {
			report(context, FailureKind.DEADLOCK);
			assertThat(context.getBean(MeterRegistry.class)
				.get("resilientdb.deadlocks")
				.tag("datasource", "dataSource")
				.counter()
				.count()).isOne();
		});
	}

	@Test
	void remembersDeadlocksWithLazyInitialization() {
		this.contextRunner.withPropertyValues("spring.main.lazy-initialization=true").run((context) -> {
			report(context, FailureKind.DEADLOCK);
			assertThat(context.getBean(DeadlockLog.class).summary().last24h()).isOne();
		});
	}

	private static void report(ApplicationContext context, FailureKind kind) {
		DatabaseFailure failure = new DatabaseFailure(kind, "H2", "40001", 0, new SQLException());
		context.getBean(FailureReporter.class).report("dataSource", "Accounts.transfer", failure);
	}

}
