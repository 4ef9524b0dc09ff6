package dev.resilientdb.retry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureDialect;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureReporter;
import dev.resilientdb.retry.RetryBudgets.BudgetMeters;

/**
 * Transaction retry: advice for annotated methods, and the template. Switched off, the
 * advice still reports failures and the template runs its callback once.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class,
		beforeName = "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration")
@ConditionalOnRoom("failure")
@EnableConfigurationProperties(RetryProperties.class)
public final class RetryAutoConfiguration {

	// Refused values stop the start, not the first call
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerRetryProperties() {
		return LazyInitializationExcludeFilter.forBeanTypes(RetryProperties.class);
	}

	@Bean
	RetrySettings resilientDbRetrySettings(RetryProperties properties, Environment environment) {
		return new RetrySettings(properties, environment);
	}

	@Bean
	RetryStatistics resilientDbRetryStatistics(ObjectProvider<RetryMetersFactory> meters) {
		RetryMetersFactory factory = meters.getIfAvailable();
		Function<String, RetryMeters> none = (method) -> RetryMeters.NONE;
		return new RetryStatistics((factory != null) ? factory : none);
	}

	@Bean
	RetryBudgets resilientDbRetryBudgets(RetrySettings settings, RetryStatistics statistics,
			ObjectProvider<BudgetMeters> meters) {
		BudgetMeters none = (dataSource, purpose, budget) -> {
		};
		return new RetryBudgets(settings, statistics, meters.getIfAvailable(() -> none));
	}

	@Bean
	RetryRules resilientDbRetryRules(RetrySettings settings, RetryBudgets budgets,
			ObjectProvider<FailureDialect> dialects) {
		Map<String, Set<FailureKind>> conflicts = dialects.stream()
			.collect(Collectors.toMap(FailureDialect::product, FailureDialect::ordinaryConflicts,
					(first, second) -> first));
		return new RetryRules(settings, budgets, conflicts);
	}

	@Bean
	AttemptJudge resilientDbAttemptJudge(FailureClassifier classifier, FailureReporter reporter, RetryRules rules) {
		return new AttemptJudge(classifier, reporter, rules);
	}

	@Bean
	ShutdownAwareSleeper resilientDbRetrySleeper() {
		return new ShutdownAwareSleeper();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Attempts resilientDbAttempts() {
		return new Attempts();
	}

	@Bean
	static TransactionManagers resilientDbTransactionManagers(Attempts attempts, DatabaseProducts products) {
		return new TransactionManagers(attempts, products);
	}

	@Bean
	static TransactionManagerPostProcessor resilientDbTransactionManagerPostProcessor(ListableBeanFactory beanFactory,
			ObjectProvider<TransactionManagers> managers) {
		return new TransactionManagerPostProcessor(beanFactory, managers::getObject);
	}

	@Bean
	static CurrentAttempt resilientDbCurrentAttempt(Attempts attempts) {
		return new CurrentAttempt(attempts);
	}

	@Bean
	AttemptRunner resilientDbAttemptRunner(Attempts attempts, ObjectProvider<ObservationRegistry> registry,
			RetrySettings settings) {
		return new AttemptRunner(attempts, new AttemptObserver(registry.getIfUnique(() -> ObservationRegistry.NOOP),
				settings.current().observations()));
	}

	@Bean
	RetryReporter resilientDbRetryReporter(ObjectProvider<TransactionRetryListener> listeners,
			ApplicationEventPublisher publisher) {
		TransactionRetryListener context = publisher::publishEvent;
		return new RetryReporter(
				new Late<>(() -> Stream.concat(listeners.orderedStream(), Stream.of(context)).toList()));
	}

	@Bean
	RetryEngine resilientDbRetryEngine(AttemptRunner runner, AttemptJudge judge, RetryRules rules,
			ShutdownAwareSleeper sleeper, RetryReporter reporter) {
		return new RetryEngine(runner, judge, rules, new SpringRetryLoop(sleeper), reporter);
	}

	@Bean
	@ConditionalOnMissingBean
	DeadlockRetryTemplate deadlockRetryTemplate(Attempts attempts, RetryEngine engine, TransactionManagers managers,
			RetryStatistics statistics, ObjectProvider<PlatformTransactionManager> manager) {
		return new DeadlockRetryTemplate(
				new TemplateEngine(attempts, engine, managers, statistics, manager::getIfUnique));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static RetryAdvisor resilientDbRetryAdvisor(ConfigurableBeanFactory beanFactory, Environment environment,
			Attempts attempts) {
		TransactionAdvice advice = new TransactionAdvice(beanFactory);
		AdvisedMethods methods = new AdvisedMethods(advice::attributes,
				new DeclarationParser(beanFactory::resolveEmbeddedValue), scope(environment),
				new MethodTransactions(beanFactory, lazy(beanFactory, TransactionManagers.class)),
				lazy(beanFactory, RetryStatistics.class));
		return new RetryAdvisor(methods, new RetryInterceptor(methods, attempts, lazy(beanFactory, RetryEngine.class),
				lazy(beanFactory, AttemptJudge.class)), order(environment, advice));
	}

	// Failures can be counted inside the transaction as well
	private static IntSupplier order(Environment environment, TransactionAdvice advice) {
		return isEnabled(environment) ? advice::order : () -> Math.max(advice.order(), Ordered.HIGHEST_PRECEDENCE + 1);
	}

	// Asked for before the properties may be created as a bean
	private static boolean isEnabled(Environment environment) {
		return Binder.get(environment).bind(RetryProperties.PREFIX + ".enabled", Boolean.class).orElse(true);
	}

	private static Predicate<@Nullable DeadlockRetry> scope(Environment environment) {
		if (!isEnabled(environment)) {
			return (annotation) -> false;
		}
		RetryScope scope = Binder.get(environment)
			.bind(RetryProperties.PREFIX + ".scope", RetryScope.class)
			.orElse(RetryScope.ANNOTATED);
		return (annotation) -> annotation != null || scope == RetryScope.TRANSACTIONAL;
	}

	private static <T> Late<T> lazy(BeanFactory beanFactory, Class<T> type) {
		return new Late<>(() -> beanFactory.getBean(type));
	}

	/**
	 * Makes the meters of a method.
	 */
	interface RetryMetersFactory extends Function<String, RetryMeters> {

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRoom("retry")
	static class MisuseDetection {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static MisusePostProcessor resilientDbMisusePostProcessor(ConfigurableListableBeanFactory beanFactory,
				Environment environment) {
			TransactionAdvice advice = new TransactionAdvice(beanFactory);
			RetriedMethods methods = new RetriedMethods(advice::attributes, scope(environment));
			MisuseExaminer examiner = new MisuseExaminer(new ProxyCreation(beanFactory), methods, advice::attributes);
			return new MisusePostProcessor(beanFactory, methods, examiner, lazy(beanFactory, RetryAdvisor.class));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		RetryMetersFactory resilientDbRetryMeters(MeterRegistry registry) {
			return (method) -> new MicrometerRetryMeters(registry, method);
		}

		@Bean
		BudgetMeters resilientDbRetryBudgetMeters(MeterRegistry registry) {
			return (dataSource, purpose, budget) -> Gauge
				.builder("resilientdb.retry.budget", budget, RetryBudget::available)
				.description("Retries that the budget allows now.")
				.tag("datasource", dataSource)
				.tag("purpose", purpose.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}

	}

}
