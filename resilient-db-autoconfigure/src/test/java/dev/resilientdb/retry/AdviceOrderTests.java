package dev.resilientdb.retry;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.interceptor.DebugInterceptor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.retry.AdviceOrderMisuseTests.Transfer;
import dev.resilientdb.retry.AnnotatedTasks.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Unusual proxies that deliver the retry advice nevertheless.
 */
@Tag("scenario-18")
class AdviceOrderTests {

	@Test
	void acceptsOtherAdviceAround() {
		MisuseApplication.accepts(MisuseApplication.with(Transfer.class, OtherAdvice.class));
	}

	@Test
	void acceptsSecondAutoProxyCreator() {
		MisuseApplication.accepts(MisuseApplication.with(Transfer.class, SecondCreator.class));
	}

	@Test
	void acceptsTransactionAdviceWithAnotherOrder() {
		MisuseApplication.accepts(MisuseApplication.with(Transfer.class, TransactionsFirst.class));
	}

	@Test
	void acceptsScopedProxy() {
		MisuseApplication.accepts(MisuseApplication.with(Scoped.class));
	}

	@Test
	void acceptsCircularReferences() {
		MisuseApplication.accepts(MisuseApplication.with(Hen.class, Egg.class).withAllowCircularReferences(true));
	}

	@Test
	void acceptsCircularReferencesOfLazyBeans() {
		MisuseApplication.with(Hen.class, Egg.class)
			.withAllowCircularReferences(true)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				Egg egg = context.getBean(Hen.class).run();
				assertThat(egg).isNotNull();
				assertThat(AopUtils.isAopProxy(egg.hen())).isTrue();
			});
	}

	@Test
	void acceptsBeanThatTheApplicationRegistersReadyMade() {
		MisuseApplication.accepts(MisuseApplication.with()
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("transfer", new Transfer())));
	}

	@Test
	void acceptsInstanceThatIsMeantToStayRaw() {
		MisuseApplication.with()
			.run((context) -> assertThat(context.getAutowireCapableBeanFactory()
				.initializeBean(new Transfer(),
						Transfer.class.getName() + AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX))
				.isInstanceOf(Transfer.class));
	}

	@Test
	void acceptsTwoDataSources() {
		MisuseApplication.accepts(MisuseApplication.with(Archive.class, ArchiveTransfer.class, Transfer.class));
	}

	@Test
	void acceptsApplicationWithoutTransactions() {
		MisuseApplication.accepts(new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TransactionAutoConfiguration.class, DialectAutoConfiguration.class,
					FailureAutoConfiguration.class, RetryAutoConfiguration.class))
			.withUserConfiguration(Transfer.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherAdvice {

		@Bean
		ProxyFactoryBean debugged(Transfer transfer) throws Exception {
			ProxyFactoryBean proxy = new ProxyFactoryBean();
			proxy.setProxyInterfaces(new Class<?>[] { Task.class });
			proxy.setTarget(transfer);
			proxy.addAdvice(new DebugInterceptor());
			return proxy;
		}

		@Bean
		List<String> client(List<Task> tasks) {
			return tasks.stream().map(Object::toString).toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondCreator {

		@Bean
		static DefaultAdvisorAutoProxyCreator secondCreator() {
			return new DefaultAdvisorAutoProxyCreator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(order = 0)
	static class TransactionsFirst {

	}

	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class Scoped extends Transfer {

	}

	static class Hen {

		private @Nullable Egg egg;

		@Autowired
		void lay(Egg egg) {
			this.egg = egg;
		}

		@Transactional
		@DeadlockRetry
		public @Nullable Egg run() {
			return this.egg;
		}

	}

	static class Egg {

		private @Nullable Hen hen;

		@Autowired
		void hatch(Hen hen) {
			this.hen = hen;
		}

		@Nullable Hen hen() {
			return this.hen;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		DriverManagerDataSource archive() {
			return new DriverManagerDataSource("jdbc:h2:mem:");
		}

		@Bean(defaultCandidate = false)
		JdbcTransactionManager archiveTransactions() {
			return new JdbcTransactionManager(archive());
		}

	}

	static class ArchiveTransfer {

		@Transactional("archiveTransactions")
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

}
