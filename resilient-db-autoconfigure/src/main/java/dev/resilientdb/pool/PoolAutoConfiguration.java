package dev.resilientdb.pool;

import java.time.Clock;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.metadata.CompositeDataSourcePoolMetadataProvider;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Pools and the databases behind them, watched in the background.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "pool" })
@EnableConfigurationProperties(PoolProperties.class)
public final class PoolAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Pools resilientDbPools(DatabaseProducts products) {
		return new Pools(products);
	}

	@Bean
	WatchSettings resilientDbWatchSettings(PoolProperties properties, Environment environment) {
		return new WatchSettings(properties, environment);
	}

	@Bean
	PoolWatch resilientDbPoolWatch(DatabaseProducts products, Pools pools, FailureClassifier classifier,
			ObjectProvider<DataSourcePoolMetadataProvider> metadata, WatchSettings settings) {
		Supplier<PoolMonitors> monitors = () -> new PoolMonitors(products, classifier,
				new CompositeDataSourcePoolMetadataProvider(metadata.orderedStream().toList()), settings::current,
				Clock.systemUTC());
		return new PoolWatch(products, pools, monitors, settings.current().sampleInterval());
	}

	// The watch begins with the application
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerPoolWatch() {
		return LazyInitializationExcludeFilter.forBeanTypes(PoolWatch.class);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		PoolMetrics resilientDbPoolMetrics(Pools pools, DatabaseProducts products) {
			return new PoolMetrics(pools, products);
		}

	}

}
