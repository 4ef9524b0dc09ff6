package dev.resilientdb.actuate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.circuit.CircuitFallbackAutoConfiguration;
import dev.resilientdb.circuit.Circuits;
import dev.resilientdb.circuit.DatabaseAvailability;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.migration.MigrationAutoConfiguration;
import dev.resilientdb.migration.MigrationReports;
import dev.resilientdb.pool.PoolAutoConfiguration;
import dev.resilientdb.pool.Pools;

/**
 * What the rooms add to {@code /actuator/health}. Belongs to no group by itself.
 */
@AutoConfiguration(
		after = { PoolAutoConfiguration.class, CircuitFallbackAutoConfiguration.class,
				MigrationAutoConfiguration.class },
		afterName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnRoom("actuate")
public final class DbHealthContributorAutoConfiguration {

	private static final String FLYWAY = "org.flywaydb.core.Flyway";

	@Bean
	@ConditionalOnBean({ Pools.class, DataSource.class })
	@ConditionalOnEnabledHealthIndicator("dbPool")
	@ConditionalOnMissingBean(name = { "dbPoolHealthIndicator", "dbPoolHealthContributor" })
	HealthContributor dbPoolHealthContributor(Pools pools, DatabaseProducts products) {
		return each(products.dataSourceNames(), (name) -> new PoolHealthIndicator(pools, name));
	}

	@Bean
	@ConditionalOnBean({ Circuits.class, DatabaseAvailability.class, DataSource.class })
	@ConditionalOnEnabledHealthIndicator("dbCircuit")
	@ConditionalOnMissingBean(name = { "dbCircuitHealthIndicator", "dbCircuitHealthContributor" })
	HealthContributor dbCircuitHealthContributor(Circuits circuits, DatabaseAvailability availability,
			DatabaseProducts products) {
		CircuitSection section = new CircuitSection(circuits, availability);
		return each(products.dataSourceNames(), (name) -> new CircuitHealthIndicator(section, availability, name));
	}

	@Bean
	@ConditionalOnBean(value = MigrationReports.class, type = FLYWAY)
	@ConditionalOnEnabledHealthIndicator("dbMigration")
	@ConditionalOnMissingBean(name = { "dbMigrationHealthIndicator", "dbMigrationHealthContributor" })
	HealthContributor dbMigrationHealthContributor(MigrationReports reports) {
		return each(new LinkedHashSet<>(reports.flyways()), (flyway) -> new MigrationHealthIndicator(reports, flyway));
	}

	private static HealthContributor each(Set<String> names, Function<String, HealthIndicator> indicator) {
		if (names.size() == 1) {
			return indicator.apply(names.iterator().next());
		}
		return CompositeHealthContributor
			.fromMap(names.stream().collect(Collectors.toMap(Function.identity(), Function.identity())), indicator);
	}

}
