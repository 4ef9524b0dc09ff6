package dev.resilientdb.actuate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.contention.ContentionAutoConfiguration;
import dev.resilientdb.contention.DeadlockLog;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.retry.RetryAutoConfiguration;
import dev.resilientdb.retry.RetrySettings;
import dev.resilientdb.retry.RetryStatistics;

/**
 * The endpoint {@code dbhealth}.
 */
@AutoConfiguration(
		after = { FailureAutoConfiguration.class, RetryAutoConfiguration.class, ContentionAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnRoom("actuate")
@ConditionalOnBean(FailureLog.class)
@ConditionalOnAvailableEndpoint(DbHealthEndpoint.class)
public final class DbHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DbHealthEndpoint dbHealthEndpoint(DatabaseProducts products, FailureLog failures,
			ObjectProvider<DeadlockLog> deadlocks, ObjectProvider<RetryStatistics> statistics,
			ObjectProvider<RetrySettings> settings) {
		DeadlockLog deadlockLog = deadlocks.getIfAvailable();
		DatabaseHealth health = new DatabaseHealth(products, failures, deadlockLog,
				sections(failures, statistics.getIfAvailable(), deadlockLog), Clock.systemUTC());
		RetrySettings retrySettings = settings.getIfAvailable();
		return new DbHealthEndpoint(health, (retrySettings != null) ? new SettingsSection(retrySettings) : null);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(DbHealthEndpoint.class)
	DbHealthWebExtension dbHealthWebExtension(DbHealthEndpoint endpoint) {
		return new DbHealthWebExtension(endpoint);
	}

	private static List<HealthSection> sections(FailureLog failures, @Nullable RetryStatistics statistics,
			@Nullable DeadlockLog deadlocks) {
		List<HealthSection> sections = new ArrayList<>();
		sections.add(new FailureSection(failures));
		if (statistics != null) {
			sections.add(new RetrySection(statistics));
		}
		if (deadlocks != null) {
			sections.add(new DeadlockSection(deadlocks));
		}
		return sections;
	}

}
