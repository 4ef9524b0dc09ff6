package dev.resilientdb.circuit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.pool.PoolAutoConfiguration;
import dev.resilientdb.pool.PoolListener;
import dev.resilientdb.pool.Pools;

/**
 * What can be expected of the application's databases, with or without circuits.
 */
@AutoConfiguration(
		after = { FailureAutoConfiguration.class, PoolAutoConfiguration.class, CircuitAutoConfiguration.class })
@ConditionalOnRoom({ "failure", "circuit" })
@EnableConfigurationProperties(CircuitProperties.class)
public final class AvailabilityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(DatabaseAvailability.class)
	ObservedAvailability resilientDbDatabaseAvailability(DatabaseProducts products, CircuitProperties properties,
			ObjectProvider<Circuits> circuits, ObjectProvider<Pools> pools, ApplicationEventPublisher publisher) {
		SteadyClock clock = new SteadyClock();
		ReadOnlyMemory memory = new ReadOnlyMemory(properties.readOnlyDuration(), clock);
		AvailabilityJudge judge = new AvailabilityJudge(circuits.getIfAvailable(), pools.getIfAvailable(), memory);
		return new ObservedAvailability(products, judge, memory, new AvailabilityNotices(publisher), clock);
	}

	// After the circuit has heard of it
	@Bean
	@Order(1)
	PoolListener resilientDbAvailabilityPoolListener(ObjectProvider<ObservedAvailability> availability) {
		return (report) -> availability.ifAvailable((observed) -> observed.changed(report.dataSource()));
	}

	// Changes are told even while nobody asks
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerDatabaseAvailability() {
		return LazyInitializationExcludeFilter.forBeanTypes(ObservedAvailability.class);
	}

}
