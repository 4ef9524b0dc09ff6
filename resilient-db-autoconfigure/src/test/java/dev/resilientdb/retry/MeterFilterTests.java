package dev.resilientdb.retry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A meter registry whose filter comes from the database.
 */
class MeterFilterTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Filtered.class);
	}

	@Test
	void transactionRunsWhileTheRegistryIsCreated() {
		MeterRegistry registry = context().getBean(MeterRegistry.class);
		registry.counter("denied.calls").increment();
		assertThat(registry.find("denied.calls").counter()).isNull();
	}

	@Test
	void retriesAreCountedInTheRegistry() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(context().getBean(MeterRegistry.class)
			.get("resilientdb.retry.calls")
			.tag("outcome", "recovered")
			.counter()
			.count()).isOne();
	}

	@Configuration(proxyBeanMethods = false)
	static class Filtered {

		@Bean
		FilterSettings filterSettings(JdbcTemplate jdbc) {
			return new FilterSettings(jdbc);
		}

		@Bean
		MeterFilter deniedByDatabase(FilterSettings settings) {
			return MeterFilter.denyNameStartsWith(settings.deniedPrefix());
		}

	}

	static class FilterSettings {

		private final JdbcTemplate jdbc;

		FilterSettings(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@Transactional(readOnly = true)
		public String deniedPrefix() {
			return this.jdbc.queryForObject("select 'denied'", String.class);
		}

	}

}
