package dev.resilientdb.constraint;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.constraint.Catalogs.Patience;
import dev.resilientdb.constraint.ObservedViolation.Course;
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

	private static final EntityAttributes NO_ENTITIES = (table, columns) -> List.of();

	@Bean
	@ConditionalOnMissingBean(ConstraintMessageResolver.class)
	MessageSourceMessages resilientDbConstraintMessages(ApplicationContext context) {
		return new MessageSourceMessages(context);
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
	DialectViolationResolver resilientDbDialectViolationResolver(FailureClassifier classifier,
			ObjectProvider<ConstraintDialect> dialects, Catalogs catalogs, ObjectProvider<EntityAttributes> attributes,
			ViolationMessages messages) {
		return new DialectViolationResolver(classifier, dialects.orderedStream().toList(), catalogs,
				attributes.getIfAvailable(() -> NO_ENTITIES), messages);
	}

	@Bean
	@ConditionalOnMissingBean(ConstraintViolationResolver.class)
	ObservedViolationResolver resilientDbConstraintViolationResolver(DialectViolationResolver resolver,
			ViolationObserver observer) {
		return new ObservedViolationResolver(resolver, observer);
	}

	@Bean
	ViolationObserver resilientDbViolationObserver(FailureClassifier classifier, DatabaseProducts products,
			ObservedResolution resolution, ObjectProvider<Races> races, ObjectProvider<ViolationListener> listeners) {
		return new ViolationObserver(classifier, new FailureOrigin(products, Clock.systemUTC()), resolution,
				races.getIfAvailable(() -> (violation) -> Course.UNKNOWN),
				SingletonSupplier.of(() -> listeners.orderedStream().toList()));
	}

	@Bean
	ObservedResolution resilientDbObservedResolution(DialectViolationResolver own,
			ObjectProvider<ConstraintViolationResolver> resolver) {
		return (throwable) -> (resolver.getObject() instanceof ObservedViolationResolver)
				? own.resolve(throwable, Patience.NONE) : resolver.getObject().resolve(throwable);
	}

	@Bean
	@ConditionalOnMissingBean
	ConstraintLog resilientDbConstraintLog() {
		return new ConstraintLog(Clock.systemUTC());
	}

	@Bean
	ViolationListener resilientDbConstraintCounting(ConstraintLog log) {
		return log::add;
	}

	@Bean
	RaceAdvice resilientDbRaceAdvice(DatabaseProducts products, ObjectProvider<ConstraintDialect> dialects) {
		return new RaceAdvice(products, dialects.orderedStream().toList());
	}

	@Bean
	ConstraintAudit resilientDbConstraintAudit(RaceAdvice races, Catalogs catalogs, ViolationMessages messages) {
		return new ConstraintAudit(races, catalogs, messages);
	}

	// Injected where an application wants its persistence unit's translator, it would be
	// one too many
	@Bean(defaultCandidate = false)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static RepositoryObserver resilientDbRepositoryObserver(ObjectProvider<ViolationObserver> observer) {
		return new RepositoryObserver(observer::getObject);
	}

	@Bean
	static JdbcTemplatePostProcessor resilientDbJdbcTemplatePostProcessor(ObjectProvider<ViolationObserver> observer) {
		return new JdbcTemplatePostProcessor(observer::getObject);
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

	/**
	 * Finds the violation behind an exception that is to be counted.
	 */
	interface ObservedResolution extends Function<Throwable, @Nullable ConstraintViolation> {

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
	@ConditionalOnClass({ HibernatePropertiesCustomizer.class, StatementInspector.class })
	@ConditionalOnProperty(name = "resilient-db.constraint.race-hints", matchIfMissing = true)
	static class RaceHints {

		@Bean
		StatementMemory resilientDbStatementMemory(ObjectProvider<EntityAttributes> entities) {
			return new StatementMemory(entities.getIfAvailable(() -> NO_ENTITIES));
		}

		// Last, to find what the application configured
		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		HibernatePropertiesCustomizer resilientDbStatementMemoryCustomizer(StatementMemory memory) {
			return (settings) -> RememberingInspector.install(settings, memory);
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
