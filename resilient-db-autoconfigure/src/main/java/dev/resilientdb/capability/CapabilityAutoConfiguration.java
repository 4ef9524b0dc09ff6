package dev.resilientdb.capability;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * What the application's database servers can do.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "capability" })
@EnableConfigurationProperties(CapabilityProperties.class)
public final class CapabilityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(Capabilities.class)
	ObservedCapabilities resilientDbCapabilities(DatabaseProducts products, CapabilityProperties properties,
			FailureClassifier classifier, ObjectProvider<CapabilityDialect> dialects) {
		ServerExamination examination = properties.probe() ? new ServerExamination(classifier) : null;
		return new ObservedCapabilities(products, new ServerReading(dialects.orderedStream().toList(), examination));
	}

	@Bean
	@ConditionalOnBean(ObservedCapabilities.class)
	CapabilityWatch resilientDbCapabilityWatch(DatabaseProducts products, ObservedCapabilities capabilities) {
		return new CapabilityWatch(products, capabilities);
	}

	// Servers are asked even while nobody needs the answer
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerCapabilityWatch() {
		return LazyInitializationExcludeFilter.forBeanTypes(CapabilityWatch.class);
	}

}
