package dev.resilientdb.actuate;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.capability.Capabilities;
import dev.resilientdb.capability.CapabilityAutoConfiguration;
import dev.resilientdb.circuit.CircuitFallbackAutoConfiguration;
import dev.resilientdb.circuit.Circuits;
import dev.resilientdb.circuit.DatabaseAvailability;
import dev.resilientdb.constraint.ConstraintAudit;
import dev.resilientdb.constraint.ConstraintAutoConfiguration;
import dev.resilientdb.constraint.ConstraintLog;
import dev.resilientdb.contention.ContentionAutoConfiguration;
import dev.resilientdb.contention.DeadlockLog;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.migration.MigrationAutoConfiguration;
import dev.resilientdb.migration.MigrationReports;
import dev.resilientdb.pool.PoolAutoConfiguration;
import dev.resilientdb.pool.PoolSettings;
import dev.resilientdb.pool.PoolSizing;
import dev.resilientdb.pool.PoolSizingAutoConfiguration;
import dev.resilientdb.pool.Pools;
import dev.resilientdb.retry.RetryAutoConfiguration;
import dev.resilientdb.retry.RetrySettings;
import dev.resilientdb.retry.RetryStatistics;

/**
 * The endpoint {@code dbhealth}.
 */
@AutoConfiguration(
		after = { FailureAutoConfiguration.class, RetryAutoConfiguration.class, ContentionAutoConfiguration.class,
				ConstraintAutoConfiguration.class, PoolAutoConfiguration.class, PoolSizingAutoConfiguration.class,
				CircuitFallbackAutoConfiguration.class, CapabilityAutoConfiguration.class,
				MigrationAutoConfiguration.class },
		afterName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnRoom("actuate")
@ConditionalOnBean(FailureLog.class)
@ConditionalOnAvailableEndpoint(DbHealthEndpoint.class)
public final class DbHealthAutoConfiguration {

	private static final String FLYWAY = "org.flywaydb.core.Flyway";

	@Bean
	@ConditionalOnMissingBean
	DbHealthEndpoint dbHealthEndpoint(DatabaseProducts products, ObjectProvider<HealthSection> sections,
			ObjectProvider<RecommendationSource> recommendations, ObjectProvider<RoomSettings> settings) {
		DatabaseHealth health = new DatabaseHealth(products, sections.orderedStream().toList(),
				recommendations.orderedStream().toList(), Clock.systemUTC());
		List<RoomSettings> rooms = settings.orderedStream().toList();
		return new DbHealthEndpoint(health, rooms.isEmpty() ? null : new SettingsSection(rooms));
	}

	@Bean
	@Order(0)
	@ConditionalOnBean(RetrySettings.class)
	RoomSettings dbHealthRetrySettings(RetrySettings settings) {
		return new RoomSettings("retry", settings::values, settings::changeable, settings::change);
	}

	@Bean
	@Order(1)
	@ConditionalOnBean(PoolSettings.class)
	RoomSettings dbHealthPoolSettings(PoolSettings settings) {
		return new RoomSettings("pool", settings::values, settings::changeable, settings::change);
	}

	@Bean
	@Order(0)
	@ConditionalOnBean(PoolSizing.class)
	PoolRecommendations dbHealthPoolRecommendations(PoolSizing sizing, DatabaseProducts products) {
		return new PoolRecommendations(sizing, products);
	}

	@Bean
	@Order(1)
	@ConditionalOnBean(DeadlockLog.class)
	DeadlockRecommendations dbHealthDeadlockRecommendations(DeadlockLog deadlocks) {
		return new DeadlockRecommendations(deadlocks);
	}

	@Bean
	@Order(0)
	@ConditionalOnBean(Pools.class)
	PoolSection dbHealthPoolSection(Pools pools, ObjectProvider<PoolSizing> sizing) {
		return new PoolSection(pools, sizing.getIfAvailable());
	}

	@Bean
	@Order(1)
	FailureSection dbHealthFailureSection(FailureLog failures) {
		return new FailureSection(failures, Clock.systemUTC());
	}

	@Bean
	@Order(2)
	@ConditionalOnBean(RetryStatistics.class)
	RetrySection dbHealthRetrySection(RetryStatistics statistics) {
		return new RetrySection(statistics);
	}

	@Bean
	@Order(3)
	@ConditionalOnBean(DeadlockLog.class)
	DeadlockSection dbHealthDeadlockSection(DeadlockLog deadlocks) {
		return new DeadlockSection(deadlocks);
	}

	@Bean
	@Order(4)
	@ConditionalOnBean({ ConstraintLog.class, ConstraintAudit.class })
	ConstraintSection dbHealthConstraintSection(ConstraintLog log, ConstraintAudit audit) {
		return new ConstraintSection(log, audit);
	}

	@Bean
	@Order(5)
	@ConditionalOnBean({ Circuits.class, DatabaseAvailability.class })
	CircuitSection dbHealthCircuitSection(Circuits circuits, DatabaseAvailability availability) {
		return new CircuitSection(circuits, availability);
	}

	@Bean
	@Order(6)
	@ConditionalOnBean(value = MigrationReports.class, type = FLYWAY)
	MigrationSection dbHealthMigrationSection(MigrationReports reports) {
		return new MigrationSection(reports);
	}

	@Bean
	@Order(2)
	@ConditionalOnBean(value = MigrationReports.class, type = FLYWAY)
	MigrationRecommendations dbHealthMigrationRecommendations(MigrationReports reports) {
		return new MigrationRecommendations(reports);
	}

	@Bean
	@Order(7)
	@ConditionalOnBean(Capabilities.class)
	CapabilitySection dbHealthCapabilitySection(Capabilities capabilities) {
		return new CapabilitySection(capabilities);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(DbHealthEndpoint.class)
	DbHealthWebExtension dbHealthWebExtension(DbHealthEndpoint endpoint) {
		return new DbHealthWebExtension(endpoint);
	}

}
