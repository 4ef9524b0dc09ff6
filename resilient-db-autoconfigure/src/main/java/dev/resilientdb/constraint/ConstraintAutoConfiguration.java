package dev.resilientdb.constraint;

import java.time.Clock;
import java.util.List;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Violated constraints as values with messages.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "constraint" })
@EnableConfigurationProperties(ConstraintProperties.class)
public final class ConstraintAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ConstraintMessageResolver.class)
	MessageSourceMessages resilientDbConstraintMessages(MessageSource messages) {
		return new MessageSourceMessages(messages);
	}

	@Bean
	@ConditionalOnMissingBean
	Catalogs resilientDbConstraintCatalogs(DatabaseProducts products, ConstraintProperties properties) {
		return new Catalogs(products, properties.catalog(), ConstraintAutoConfiguration::inBackground,
				Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean(ConstraintViolationResolver.class)
	DialectViolationResolver resilientDbConstraintViolationResolver(FailureClassifier classifier,
			ObjectProvider<ConstraintDialect> dialects, Catalogs catalogs, ObjectProvider<EntityAttributes> attributes,
			ObjectProvider<ConstraintMessageResolver> messages) {
		return new DialectViolationResolver(classifier, dialects.orderedStream().toList(), catalogs,
				attributes.getIfAvailable(() -> (table, columns) -> List.of()),
				new ViolationMessages(messages::getIfUnique));
	}

	// Refused values stop the start, not the first call
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerConstraintProperties() {
		return LazyInitializationExcludeFilter.forBeanTypes(ConstraintProperties.class);
	}

	private static void inBackground(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-catalog");
		thread.setDaemon(true);
		thread.start();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ EntityManagerFactory.class, SessionFactoryImplementor.class })
	static class Entities {

		@Bean
		@ConditionalOnMissingBean(EntityAttributes.class)
		EntityManagerFactoryAttributes resilientDbEntityAttributes(ConfigurableListableBeanFactory beanFactory) {
			return new EntityManagerFactoryAttributes(beanFactory);
		}

	}

}
