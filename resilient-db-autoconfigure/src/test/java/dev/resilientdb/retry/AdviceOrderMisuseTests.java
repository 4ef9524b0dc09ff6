package dev.resilientdb.retry;

import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.interceptor.DebugInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.config.TransactionManagementConfigUtils;
import org.springframework.transaction.interceptor.MatchAlwaysTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.interceptor.TransactionProxyFactoryBean;

import dev.resilientdb.retry.AnnotatedTasks.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Beans that do not get the retry advice, or get it inside the transaction.
 */
@Tag("scenario-18")
class AdviceOrderMisuseTests {

	@Test
	void refusesAutoProxyWithTransactionAround() {
		assertThat(MisuseApplication.refused(Transfer.class, TransactionsByName.class)).contains(
				"Transfer.run is called inside a transaction that another proxy or advisor begins around the retry advice");
	}

	@Test
	void refusesFactoryProxyWithTransactionAround() {
		assertThat(MisuseApplication.refused(TransactionsByFactory.class, Client.class))
			.contains("Transfer.run is called inside a transaction");
	}

	@Test
	void refusesTransactionProxyAroundMethodWithoutTransaction() {
		assertThat(MisuseApplication.refused(TransactionsByTemplate.class, Client.class))
			.contains("Untransacted.run is called inside a transaction");
	}

	@Test
	void refusesAdvisorWithTransactionAround() {
		assertThat(MisuseApplication.refused(Transfer.class, TransactionsByAdvisor.class))
			.contains("Transfer.run is called inside a transaction");
	}

	@Test
	void refusesLazyBeanWheneverItIsCreated() {
		MisuseApplication.with(LazyTransfer.class, TransactionsByName.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertRefused(context);
			assertRefused(context);
		});
	}

	@Test
	void refusesProxyThatHidesAnnotatedClass() {
		assertThat(MisuseApplication.refused(HiddenTransfer.class))
			.contains("Transfer.run gets no retry advice: its bean stands behind a proxy that hides it");
	}

	@Test
	void refusesBeanThatIsCreatedBeforeProxiesAreMade() {
		FailureAnalysis analysis = MisuseApplication.refusal(MisuseApplication.with(Transfer.class, EarlyUser.class));
		assertThat(analysis.getDescription()).contains("Transfer.run gets no retry advice: its bean is not proxied");
		assertThat(analysis.getAction()).contains("ObjectProvider");
	}

	@Test
	void refusesApplicationThatMakesNoProxies() {
		FailureAnalysis analysis = MisuseApplication.refusal(MisuseApplication.withoutProxies(Transfer.class));
		assertThat(analysis.getDescription()).contains("nothing in the application makes proxies");
		assertThat(analysis.getAction()).contains("@EnableTransactionManagement, or");
	}

	@Test
	void refusesWovenTransactionsWithoutProxies() {
		ApplicationContextRunner application = MisuseApplication.withoutProxies(Transfer.class)
			.withBean(TransactionManagementConfigUtils.TRANSACTION_ASPECT_BEAN_NAME, Object.class);
		assertThat(MisuseApplication.refusal(application).getAction()).contains("AdviceMode.PROXY");
	}

	@Test
	void tellsTheWayOutOfTransactionAround() {
		assertThat(
				MisuseApplication.refusal(MisuseApplication.with(Transfer.class, TransactionsByName.class)).getAction())
			.contains("Transfer.run", "BeanNameAutoProxyCreator", "DeadlockRetryTemplate");
	}

	private static void assertRefused(ApplicationContext context) {
		assertThatException().isThrownBy(() -> context.getBean(LazyTransfer.class))
			.withRootCauseInstanceOf(RetryMisuseException.class);
	}

	static class Transfer implements Task {

		@Override
		@Transactional
		@DeadlockRetry
		public void run(Runnable work) {
			work.run();
		}

	}

	static class Untransacted implements Task {

		@Override
		@DeadlockRetry
		public void run(Runnable work) {
			work.run();
		}

	}

	record Client(@Qualifier("outermost") Task task) {
	}

	@Configuration(proxyBeanMethods = false)
	static class TransactionsByName {

		@Bean
		static BeanNameAutoProxyCreator byName() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("*Transfer");
			creator.setInterceptorNames("transactionInterceptor");
			return creator;
		}

	}

	@Lazy
	static class LazyTransfer extends Transfer {

	}

	@Configuration(proxyBeanMethods = false)
	static class TransactionsByAdvisor {

		@Bean
		static DefaultPointcutAdvisor outermostAdvisor() {
			NameMatchMethodPointcut run = new NameMatchMethodPointcut();
			run.setMappedName("run");
			TransactionInterceptor transactions = new TransactionInterceptor();
			transactions.setTransactionAttributeSource(new MatchAlwaysTransactionAttributeSource());
			DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(run, transactions);
			advisor.setOrder(0);
			return advisor;
		}

		@Bean
		static DefaultAdvisorAutoProxyCreator creator() {
			return new DefaultAdvisorAutoProxyCreator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TransactionsByFactory {

		@Bean
		Transfer transfer() {
			return new Transfer();
		}

		@Bean
		ProxyFactoryBean outermost(Transfer transfer, TransactionInterceptor transactions) throws Exception {
			ProxyFactoryBean proxy = new ProxyFactoryBean();
			proxy.setProxyInterfaces(new Class<?>[] { Task.class });
			proxy.setTarget(transfer);
			proxy.addAdvice(transactions);
			return proxy;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TransactionsByTemplate {

		@Bean
		TransactionProxyFactoryBean outermost(PlatformTransactionManager manager) {
			TransactionProxyFactoryBean proxy = new TransactionProxyFactoryBean();
			Properties attributes = new Properties();
			attributes.setProperty("run", "PROPAGATION_REQUIRED");
			proxy.setTransactionManager(manager);
			proxy.setTransactionAttributes(attributes);
			proxy.setTarget(new Untransacted());
			return proxy;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HiddenTransfer {

		@Bean
		Task hidden() {
			ProxyFactory factory = new ProxyFactory(Task.class, new DebugInterceptor());
			factory.setTarget(new Transfer());
			return (Task) factory.getProxy();
		}

	}

	static class EarlyUser implements BeanPostProcessor, Ordered {

		private final List<Task> tasks;

		EarlyUser(List<Task> tasks) {
			this.tasks = tasks;
		}

		@Override
		public int getOrder() {
			return this.tasks.size();
		}

	}

}
