package dev.resilientdb.failure;

import java.sql.SQLException;
import java.time.Clock;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.resilientdb.dialect.DialectAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureAutoConfiguration}.
 */
class FailureAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class));

	private final ApplicationContextRunner withDataSource = this.contextRunner
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:failure");

	@Test
	void isOnByDefault() {
		this.withDataSource.run((context) -> assertThat(context).hasSingleBean(FailureClassifier.class)
			.hasSingleBean(FailureLog.class)
			.hasSingleBean(FailureReporter.class)
			.hasSingleBean(DatabaseProducts.class));
	}

	@Test
	void isOffByProperty() {
		this.withDataSource.withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureClassifier.class)
				.doesNotHaveBean(DatabaseProducts.class));
	}

	@Test
	void isOffWithEverythingElse() {
		this.withDataSource.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureClassifier.class)
				.doesNotHaveBean(FailureDialect.class));
	}

	@Test
	void backsOffWhenUserDefinesClassifier() {
		FailureClassifier own = (throwable) -> null;
		this.withDataSource.withBean("own", FailureClassifier.class, () -> own)
			.run((context) -> assertThat(context).getBean(FailureClassifier.class).isSameAs(own));
	}

	@Test
	void backsOffWhenUserDefinesLog() {
		FailureLog own = new FailureLog(1, Clock.systemUTC());
		this.withDataSource.withBean("own", FailureLog.class, () -> own)
			.run((context) -> assertThat(context).getBean(FailureLog.class).isSameAs(own));
	}

	@Test
	void startsWithoutMicrometer() {
		this.withDataSource.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FailureMetrics.class));
	}

	@Test
	void countsInMeterRegistry() {
		this.withDataSource.withBean(SimpleMeterRegistry.class).run((context) -> {
			report(context, "40P01");
			assertThat(context.getBean(MeterRegistry.class)
				.get("resilientdb.failures")
				.tags("datasource", "dataSource", "kind", "DEADLOCK")
				.counter()
				.count()).isOne();
		});
	}

	@Test
	void startsWithoutDataSource() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(DatabaseProducts.class).dataSourceNames()).isEmpty();
			assertThat(kind(context, "40P01")).isEqualTo(FailureKind.DEADLOCK);
		});
	}

	@Test
	void startsWithoutPool() {
		this.withDataSource.withClassLoader(new FilteredClassLoader("com.zaxxer.hikari"))
			.withPropertyValues("spring.datasource.type=" + DriverManagerDataSource.class.getName())
			.run((context) -> assertThat(context.getBean(DatabaseProducts.class).dataSourceNames())
				.containsExactly("dataSource"));
	}

	@Test
	void knowsDataSourcesThatAreNoDefaultCandidates() {
		this.withDataSource
			.withBean("archive", DataSource.class, DriverManagerDataSource::new,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(context.getBean(DatabaseProducts.class).dataSourceNames())
				.containsExactlyInAnyOrder("archive", "dataSource"));
	}

	@Test
	void reportsWithLazyInitialization() {
		this.withDataSource.withPropertyValues("spring.main.lazy-initialization=true").run((context) -> {
			report(context, "40P01");
			assertThat(context.getBean(FailureLog.class).summary().total()).isOne();
		});
	}

	@Test
	void bindsOverrides() {
		this.withDataSource
			.withPropertyValues("resilient-db.failures.overrides.40001=deadlock",
					"resilient-db.failures.overrides[-911]=lock-timeout")
			.run((context) -> {
				assertThat(kind(context, "40001")).isEqualTo(FailureKind.DEADLOCK);
				DatabaseFailure failure = context.getBean(FailureClassifier.class)
					.classify(new SQLException("locked", "57033", -911));
				assertThat(failure.kind()).isEqualTo(FailureKind.LOCK_TIMEOUT);
			});
	}

	@Test
	void remembersAsManyAsHistorySize() {
		this.withDataSource.withPropertyValues("resilient-db.failures.history-size=1").run((context) -> {
			report(context, "40P01");
			report(context, "40001");
			FailureLog.Summary summary = context.getBean(FailureLog.class).summary();
			assertThat(summary.total()).isEqualTo(2);
			assertThat(summary.recent()).extracting(FailureLog.Entry::sqlState).containsExactly("40001");
		});
	}

	@Test
	void invalidHistorySizeNamesItsKey() {
		this.withDataSource.withPropertyValues("resilient-db.failures.history-size=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.failures.history-size")
				.hasMessageContaining("but is 0"));
	}

	@Test
	void invalidOverrideNamesItsKey() {
		this.withDataSource.withPropertyValues("resilient-db.failures.overrides.dead=DEADLOCK")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.failures.overrides.dead"));
	}

	private static void report(ApplicationContext context, String sqlState) {
		DatabaseFailure failure = context.getBean(FailureClassifier.class).classify(new SQLException("", sqlState));
		context.getBean(FailureReporter.class).report("dataSource", "method", failure);
	}

	private static FailureKind kind(ApplicationContext context, String sqlState) {
		return context.getBean(FailureClassifier.class).classify(new SQLException("", sqlState)).kind();
	}

}
