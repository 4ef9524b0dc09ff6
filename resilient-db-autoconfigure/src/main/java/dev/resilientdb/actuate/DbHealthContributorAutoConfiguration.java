package dev.resilientdb.actuate;

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
import org.springframework.context.annotation.Bean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.pool.PoolAutoConfiguration;
import dev.resilientdb.pool.Pools;

/**
 * What the rooms add to {@code /actuator/health}. Belongs to no group by itself.
 */
@AutoConfiguration(after = PoolAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnRoom("actuate")
public final class DbHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnBean({ Pools.class, DataSource.class })
	@ConditionalOnEnabledHealthIndicator("dbPool")
	@ConditionalOnMissingBean(name = { "dbPoolHealthIndicator", "dbPoolHealthContributor" })
	HealthContributor dbPoolHealthContributor(Pools pools, DatabaseProducts products) {
		Set<String> names = products.dataSourceNames();
		if (names.size() == 1) {
			return new PoolHealthIndicator(pools, names.iterator().next());
		}
		return CompositeHealthContributor.fromMap(
				names.stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
				(name) -> new PoolHealthIndicator(pools, name));
	}

}
