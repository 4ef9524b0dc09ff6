package dev.resilientdb.failure;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

import dev.resilientdb.ConditionalOnRoom;

/**
 * Classification and memory of database failures.
 */
@AutoConfiguration(afterName = {
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration" })
@ConditionalOnRoom("failure")
@EnableConfigurationProperties(FailureProperties.class)
public final class FailureAutoConfiguration {

	// Refused values stop the start, not the first call
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerFailureProperties() {
		return LazyInitializationExcludeFilter.forBeanTypes(FailureProperties.class);
	}

	@Bean
	@ConditionalOnMissingBean
	DatabaseProducts resilientDbDatabaseProducts(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<FailureDialect> dialects) {
		List<FailureDialect> ordered = dialects.orderedStream().toList();
		ProductProbe probe = new ProductProbe(ordered, FailureAutoConfiguration::inBackground, Clock.systemUTC());
		return new DatabaseProducts(new DataSourceBeans(beanFactory), probe);
	}

	@Bean
	@ConditionalOnMissingBean(FailureClassifier.class)
	CodeFailureClassifier resilientDbFailureClassifier(FailureProperties properties, DatabaseProducts products,
			ObjectProvider<FailureDialect> dialects) {
		return new CodeFailureClassifier(properties.overrides(),
				new DriverDialects(dialects.orderedStream().toList(), products::connectedProducts));
	}

	@Bean
	@ConditionalOnMissingBean
	FailureLog resilientDbFailureLog(FailureProperties properties) {
		return new FailureLog(properties.historySize(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	FailureReporter resilientDbFailureReporter(ObjectProvider<FailureListener> listeners) {
		return new FailureReporter(SingletonSupplier.of(() -> listeners.orderedStream().toList()), Clock.systemUTC());
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> resilientDbProductRecognition(DatabaseProducts products) {
		return (event) -> products.dataSourceNames().forEach(products::product);
	}

	private static void inBackground(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-product");
		thread.setDaemon(true);
		thread.start();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		FailureMetrics resilientDbFailureMetrics(MeterRegistry registry) {
			return new FailureMetrics(registry);
		}

	}

}
