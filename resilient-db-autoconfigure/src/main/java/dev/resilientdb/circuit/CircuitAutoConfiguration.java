package dev.resilientdb.circuit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.acquisition.AcquisitionInterceptorFactory;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.pool.PoolListener;

/**
 * Circuits around the acquisition of connections.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "acquisition", "circuit" })
@ConditionalOnClass(CircuitBreaker.class)
@EnableConfigurationProperties(CircuitProperties.class)
public final class CircuitAutoConfiguration {

	// Asked for with the first data source: what may need one is created later
	@Bean
	@ConditionalOnMissingBean
	Circuits resilientDbCircuits(CircuitProperties properties, ObjectProvider<FailureClassifier> classifier,
			ObjectProvider<CircuitListener> listeners, ObjectProvider<DatabaseProducts> products) {
		return new Circuits(properties, classifier::getObject,
				SingletonSupplier.of(() -> listeners.orderedStream().toList()),
				(dataSource) -> inBackground(() -> new PoolEviction(products.getObject()).evict(dataSource)),
				new SteadyClock());
	}

	// Outermost: who is refused here has not waited for anything
	@Bean
	@Order(0)
	AcquisitionInterceptorFactory resilientDbCircuitFactory(Circuits circuits) {
		return circuits::circuit;
	}

	@Bean
	@Order(0)
	PoolListener resilientDbCircuitPoolListener(Circuits circuits) {
		return circuits::sampled;
	}

	@Bean
	CircuitStart resilientDbCircuitStart(Circuits circuits) {
		return new CircuitStart(circuits);
	}

	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerCircuitStart() {
		return LazyInitializationExcludeFilter.forBeanTypes(CircuitStart.class);
	}

	private static void inBackground(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-eviction");
		thread.setDaemon(true);
		thread.start();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		CircuitMetrics resilientDbCircuitMetrics(Circuits circuits, DatabaseProducts products) {
			return new CircuitMetrics(circuits, products);
		}

	}

}
