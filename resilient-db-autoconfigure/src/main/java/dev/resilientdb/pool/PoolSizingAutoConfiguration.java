package dev.resilientdb.pool;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Advice on the size of pools, pools that grow and shrink, and settings that change while
 * running.
 */
@AutoConfiguration(after = PoolAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "pool" })
@ConditionalOnBean({ Pools.class, WatchSettings.class })
@EnableConfigurationProperties(SizingProperties.class)
public final class PoolSizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PoolSizing resilientDbPoolSizing(DatabaseProducts products, Pools pools) {
		return new PoolSizing(products, pools);
	}

	@Bean
	@ConditionalOnMissingBean
	PoolSettings resilientDbPoolSettings(WatchSettings watch, DatabaseProducts products, PoolSizing sizing) {
		return new PoolSettings(watch, products, new PoolControls(products), sizing);
	}

	@Bean
	Resizes resilientDbResizes() {
		return new Resizes();
	}

	@Bean(destroyMethod = "close")
	Servers resilientDbServers(DatabaseProducts products, ObjectProvider<ServerLimitsDialect> dialects,
			FailureClassifier classifier, SizingProperties properties) {
		return new Servers(products, dialects.orderedStream().toList(), classifier, properties.server().interval(),
				new SteadyClock());
	}

	@Bean
	SizeMonitors resilientDbSizeMonitors(DatabaseProducts products, Servers servers, Autoscales autoscales,
			SizingProperties properties, ApplicationContext context) {
		return new SizeMonitors(new PoolControls(products), servers, autoscales,
				SingletonSupplier.of(() -> ApplicationFacts.read(context, context.getEnvironment())),
				properties.loadBalancerTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	SizeWatch resilientDbSizeWatch(PoolSizing sizing, SizeMonitors monitors, WatchSettings settings) {
		return new SizeWatch(sizing, monitors, settings.current().sampleInterval());
	}

	// The watch begins with the application
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerSizeWatch() {
		return LazyInitializationExcludeFilter.forBeanTypes(SizeWatch.class);
	}

	@Bean
	Autoscales resilientDbAutoscales(SizingProperties properties, ObjectProvider<AcquisitionCounts> acquisitions,
			Resizes resizes) {
		return new Autoscales(properties.autoscale(), acquisitions.getIfAvailable(AcquisitionCounts::new), resizes);
	}

	// Within the pool's own interceptor: counts what the pool hands out
	@Bean
	@Order(20)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnProperty("resilient-db.pool.autoscale.enabled")
	static AcquisitionCounts resilientDbAcquisitionCounts() {
		return new AcquisitionCounts();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	@ConditionalOnProperty("resilient-db.pool.autoscale.enabled")
	static class Metrics {

		@Bean
		ResizeMetrics resilientDbResizeMetrics(Resizes resizes, DatabaseProducts products) {
			return new ResizeMetrics(resizes, products);
		}

	}

}
