package dev.resilientdb.pool;

import java.time.Clock;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.BeanFactory;
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
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
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

	// Of several contexts one watches: a child's would end with it, and the pools' with
	// that
	@Bean
	@ConditionalOnMissingBean
	PoolWatch resilientDbPoolWatch(DatabaseProducts products, Pools pools, FailureClassifier classifier,
			WatchSettings settings, BeanFactory beans) {
		ObjectProvider<PoolInsides> insides = beans.getBeanProvider(PoolInsides.class);
		Supplier<PoolMonitors> monitors = () -> new PoolMonitors(products, classifier, insides.getObject(),
				settings::current, Clock.systemUTC());
		return new PoolWatch(products, pools, monitors, settings.current().sampleInterval(),
				() -> beans.getBeanProvider(PoolListener.class).orderedStream().toList());
	}

	@Bean
	@Lazy
	PoolInsides resilientDbPoolInsides(ObjectProvider<DataSourcePoolMetadataProvider> metadata,
			ObjectProvider<HeldConnections> held, PoolProperties properties) {
		return new PoolInsides(new CompositeDataSourcePoolMetadataProvider(metadata.orderedStream().toList()),
				held.getIfAvailable(), properties.thresholds());
	}

	// The watch begins with the application
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerPoolWatch() {
		return LazyInitializationExcludeFilter.forBeanTypes(PoolWatch.class);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	static class Holders {

		@Bean
		@Order(10)
		static HeldConnections resilientDbHeldConnections(PoolProperties properties) {
			return new HeldConnections(properties.nestedAcquisition());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		PoolMetrics resilientDbPoolMetrics(Pools pools, DatabaseProducts products,
				ObjectProvider<HeldConnections> held) {
			return new PoolMetrics(pools, products, held.getIfAvailable());
		}

	}

}
