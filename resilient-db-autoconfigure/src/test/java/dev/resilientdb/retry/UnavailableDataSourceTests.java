package dev.resilientdb.retry;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * An application one of whose data sources cannot be created and is not used.
 */
class UnavailableDataSourceTests extends WorkerContract {

	private static final String EXCLUDED = "org.springframework.boot.jdbc.autoconfigure.metrics"
			+ ".DataSourcePoolMetricsAutoConfiguration,"
			+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
			+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		// Boot asks every data source at start
		return super.application().with(Reporting.class)
			.withProperties("management.health.db.enabled=false", "spring.autoconfigure.exclude=" + EXCLUDED);
	}

	@Test
	void retriesOnTheOther() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void succeedsAtOnceOnTheOther() {
		worker().retried(() -> insert(1));
		assertThat(calls().firstAttempt()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void exceptionsOfTheOtherReachTheCallerAndAreCounted() {
		insert(1);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> worker().joining(() -> insert(1)));
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().joining(WorkerContract::throwConflict));
		assertThat(context().getBean(FailureLog.class).summary().total()).isEqualTo(2);
	}

	@Test
	void exceptionsOfTheApplicationReachTheCaller() {
		IllegalStateException failure = new IllegalStateException("application");
		assertThatIllegalStateException().isThrownBy(() -> worker().joining(() -> {
			throw failure;
		})).isSameAs(failure);
		assertThatIllegalStateException().isThrownBy(() -> worker().retried(() -> {
			throw failure;
		})).isSameAs(failure);
	}

	@Test
	void isNotCreated() {
		worker().retried(() -> insert(1));
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> context().getBean("reporting"))
			.withStackTraceContaining("Name is not bound");
	}

	@Configuration(proxyBeanMethods = false)
	static class Reporting {

		@Lazy
		@Bean(defaultCandidate = false)
		DataSource reporting() {
			throw new IllegalStateException("Name is not bound");
		}

	}

}
