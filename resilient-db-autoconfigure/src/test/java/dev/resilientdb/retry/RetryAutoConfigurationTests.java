package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.config.TransactionManagementConfigUtils;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.retry.RetryStatistics.Summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RetryAutoConfiguration}.
 */
class RetryAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RetryAutoConfiguration.class, FailureAutoConfiguration.class,
				DialectAutoConfiguration.class, TransactionAutoConfiguration.class));

	private final ApplicationContextRunner withDataSource = this.contextRunner
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:", "resilient-db.retry.delay=1ms");

	@Test
	void retriesByDefault() {
		this.withDataSource.run((context) -> assertThat(attempts(template(context), 2)).isEqualTo(2));
	}

	@Test
	void countsFailuresWithoutRetryWhenOffByProperty() {
		this.withDataSource.withPropertyValues("resilient-db.retry.enabled=false").run((context) -> {
			assertThatExceptionOfType(CannotAcquireLockException.class)
				.isThrownBy(() -> attempts(template(context), 2));
			assertThat(context.getBean(FailureLog.class).summary().total()).isOne();
		});
	}

	@Test
	void isOffWithFailures() {
		this.withDataSource.withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RetryAdvisor.class));
	}

	@Test
	void isOffWithEverythingElse() {
		this.withDataSource.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RetryAdvisor.class));
	}

	@Test
	void backsOffWhenUserDefinesTemplate() {
		this.withDataSource.withUserConfiguration(OwnTemplate.class)
			.run((context) -> assertThat(context).hasSingleBean(DeadlockRetryTemplate.class).hasBean("ownTemplate"));
	}

	@Test
	void retriesWithoutMicrometer() {
		this.withDataSource.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(attempts(template(context), 2)).isEqualTo(2));
	}

	@Test
	void observesNothingWhenSeveralRegistriesCouldBeMeant() {
		this.withDataSource.withBean("first", ObservationRegistry.class, ObservationRegistry::create)
			.withBean("second", ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertThat(attempts(template(context), 2)).isEqualTo(2));
	}

	@Test
	void countsInMeterRegistry() {
		this.withDataSource.withBean(SimpleMeterRegistry.class).run((context) -> {
			attempts(template(context).withName("call"), 2);
			assertThat(context.getBean(MeterRegistry.class)
				.get("resilientdb.retry.calls")
				.tags("method", "call", "outcome", "recovered")
				.counter()
				.count()).isOne();
		});
	}

	@Test
	void startsWithoutDataSource() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RetryAdvisor.class));
	}

	@Test
	void retriesWithoutPool() {
		this.withDataSource.withClassLoader(new FilteredClassLoader("com.zaxxer.hikari"))
			.withPropertyValues("spring.datasource.type=" + DriverManagerDataSource.class.getName())
			.run((context) -> assertThat(attempts(template(context), 2)).isEqualTo(2));
	}

	@Test
	void retriesWithLazyInitialization() {
		this.withDataSource.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertThat(attempts(template(context), 2)).isEqualTo(2));
	}

	@Test
	void countsForTheDataSourceOfTheTransaction() {
		this.withDataSource.withUserConfiguration(Archive.class).run((context) -> {
			JdbcTransactionManager archive = context.getBean("archiveTransactions", JdbcTransactionManager.class);
			attempts(template(context).withName("call").withTransactionManager(archive), 2);
			attempts(template(context).withName("call"), 1);
			assertThat(summary(context, "archive").total().recovered()).isOne();
			assertThat(summary(context, "dataSource").total().firstAttempt()).isOne();
			assertThat(context.getBean(RetryStatistics.class).summary().methods()).singleElement()
				.satisfies((method) -> assertThat(method.calls().calls()).isEqualTo(2));
		});
	}

	@Tag("scenario-18")
	@Test
	void standsAroundTransactions() {
		this.withDataSource.run((context) -> {
			Ordered transactions = context.getBean(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME,
					Ordered.class);
			assertThat(context.getBean(RetryAdvisor.class).getOrder()).isLessThan(transactions.getOrder());
		});
	}

	private static DeadlockRetryTemplate template(ApplicationContext context) {
		return context.getBean(DeadlockRetryTemplate.class);
	}

	private static Summary summary(ApplicationContext context, String dataSource) {
		return context.getBean(RetryStatistics.class).summary(dataSource);
	}

	private static int attempts(DeadlockRetryTemplate template, int successful) {
		AtomicInteger attempts = new AtomicInteger();
		template.executeWithoutResult((status) -> {
			if (attempts.incrementAndGet() < successful) {
				throw new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
			}
		});
		return attempts.get();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplate {

		@Bean
		DeadlockRetryTemplate ownTemplate(RetryEngine engine, TransactionManagers managers, RetryStatistics statistics,
				PlatformTransactionManager manager) {
			return new DeadlockRetryTemplate(
					new TemplateEngine(new Attempts(), engine, managers, statistics, () -> manager));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		DataSource archive() {
			return new DriverManagerDataSource("jdbc:h2:mem:");
		}

		@Bean(defaultCandidate = false)
		JdbcTransactionManager archiveTransactions(@Qualifier("archive") DataSource archive) {
			return new JdbcTransactionManager(archive);
		}

	}

}
