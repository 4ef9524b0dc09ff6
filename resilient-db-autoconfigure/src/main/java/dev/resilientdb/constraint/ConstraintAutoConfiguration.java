package dev.resilientdb.constraint;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.constraint.Catalogs.Patience;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Violated constraints as values with messages.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "constraint" })
@ImportRuntimeHints(MessageHints.class)
@EnableConfigurationProperties(ConstraintProperties.class)
public final class ConstraintAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ConstraintMessageResolver.class)
	MessageSourceMessages resilientDbConstraintMessages(MessageSource messages) {
		return new MessageSourceMessages(messages);
	}

	@Bean
	Catalogs resilientDbConstraintCatalogs(DatabaseProducts products, ConstraintProperties properties) {
		return new Catalogs(products, properties.catalog(), ConstraintAutoConfiguration::inBackground,
				Clock.systemUTC());
	}

	@Bean
	ViolationMessages resilientDbViolationMessages(ObjectProvider<ConstraintMessageResolver> messages) {
		return new ViolationMessages(SingletonSupplier.ofNullable(messages::getIfUnique));
	}

	@Bean
	@ConditionalOnMissingBean(ConstraintViolationResolver.class)
	DialectViolationResolver resilientDbConstraintViolationResolver(FailureClassifier classifier,
			ObjectProvider<ConstraintDialect> dialects, Catalogs catalogs, ObjectProvider<EntityAttributes> attributes,
			ViolationMessages messages) {
		return new DialectViolationResolver(classifier, dialects.orderedStream().toList(), catalogs,
				attributes.getIfAvailable(() -> (table, columns) -> List.of()), messages);
	}

	@Bean
	ViolationObserver resilientDbViolationObserver(ConstraintViolationResolver resolver,
			ObjectProvider<ViolationListener> listeners) {
		Function<Throwable, @Nullable ConstraintViolation> atOnce = (resolver instanceof DialectViolationResolver own)
				? (throwable) -> own.resolve(throwable, Patience.NONE) : resolver::resolve;
		return new ViolationObserver(atOnce, SingletonSupplier.of(() -> listeners.orderedStream().toList()));
	}

	@Bean
	@ConditionalOnMissingBean
	ConstraintLog resilientDbConstraintLog() {
		return new ConstraintLog(Clock.systemUTC());
	}

	@Bean
	ConstraintAudit resilientDbConstraintAudit(DatabaseProducts products, ObjectProvider<ConstraintDialect> dialects,
			Catalogs catalogs, ViolationMessages messages) {
		return new ConstraintAudit(products, dialects.orderedStream().toList(), catalogs, messages);
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

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		ConstraintMetrics resilientDbConstraintMetrics(MeterRegistry registry) {
			return new ConstraintMetrics(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("resilient-db.constraint.unify-exceptions")
	static class Unification {

		@Bean
		@ConditionalOnMissingBean(SQLExceptionTranslator.class)
		ConstraintExceptionTranslator resilientDbConstraintExceptionTranslator(
				ObjectProvider<ConstraintViolationResolver> resolver) {
			return new ConstraintExceptionTranslator(resolver::getObject);
		}

		@Bean
		TransactionManagerCustomizer<JdbcTransactionManager> resilientDbCommitExceptionTranslation(
				ObjectProvider<ConstraintExceptionTranslator> translator) {
			return (manager) -> translator.ifAvailable(manager::setExceptionTranslator);
		}

	}

}
