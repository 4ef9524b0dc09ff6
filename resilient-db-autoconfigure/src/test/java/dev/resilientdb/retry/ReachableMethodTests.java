package dev.resilientdb.retry;

import java.lang.reflect.Proxy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Transactional;

/**
 * What looks like a method that no proxy reaches, and is none or is not meant.
 */
@Tag("scenario-19")
class ReachableMethodTests {

	@Test
	void acceptsFinalClassBehindInterface() {
		MisuseApplication.accepts(MisuseApplication.with(UnreachableMethodTests.FinalTask.class)
			.withPropertyValues(MisuseApplication.JDK_PROXIES));
	}

	@Test
	void acceptsLambda() {
		MisuseApplication.accepts(MisuseApplication.with(LambdaBean.class));
	}

	@Test
	void acceptsProxyThatIsMadeByHand() {
		MisuseApplication.accepts(MisuseApplication.with(ProxyBean.class));
	}

	@Test
	void acceptsProxyThatDoesNotTellItsAdvice() {
		MisuseApplication.accepts(MisuseApplication.with(Opaque.class, Exposed.class));
	}

	@Test
	void acceptsFinalMethodBehindInterface() {
		MisuseApplication.accepts(MisuseApplication.with(UnreachableMethodTests.FinalMethodOfInterface.class)
			.withPropertyValues(MisuseApplication.JDK_PROXIES));
	}

	@Test
	void acceptsFinalMethodOutsideInterfacesThatNobodyCanCall() {
		MisuseApplication
			.accepts(MisuseApplication.with(BehindInterface.class).withPropertyValues(MisuseApplication.JDK_PROXIES));
	}

	@Test
	void acceptsInnerWorkingsOfAnnotatedClass() {
		MisuseApplication.accepts(MisuseApplication.with(InnerWorkings.class));
	}

	@Test
	void acceptsFinalMethodThatIsExempt() {
		MisuseApplication.accepts(MisuseApplication.with(Exempt.class));
	}

	@Test
	void acceptsFinalMethodWithoutAnnotation() {
		MisuseApplication.accepts(MisuseApplication.with(OnlyTransactional.class));
	}

	@Test
	void acceptsFinalMethodForWhichThePropertyAloneAsks() {
		MisuseApplication.accepts(MisuseApplication.with(OnlyTransactional.class)
			.withPropertyValues("resilient-db.retry.scope=transactional"));
	}

	@Test
	void acceptsEverythingWhenOff() {
		MisuseApplication.accepts(MisuseApplication
			.with(UnreachableMethodTests.FinalMethod.class, UnreachableMethodTests.PrivateMethod.class,
					UnreachableMethodTests.FinalMethodOfAnnotatedClass.class)
			.withPropertyValues("resilient-db.retry.enabled=false"));
	}

	@Transactional
	@DeadlockRetry
	static class BehindInterface implements AnnotatedTasks.Task {

		@Override
		public void run(Runnable work) {
			more();
		}

		public final void more() {
			// Called from within
		}

	}

	@Transactional
	@DeadlockRetry
	static class InnerWorkings {

		public void run() {
			helper();
			inherited();
		}

		private void helper() {
			shared();
		}

		protected final void inherited() {
			// Not for callers
		}

		static void shared() {
			// Not for callers
		}

	}

	@Transactional
	@DeadlockRetry
	static class Exempt {

		public void run() {
			once();
		}

		@DeadlockRetry(maxAttempts = 1)
		public final void once() {
			// Not repeated on purpose
		}

	}

	static class OnlyTransactional {

		@Transactional
		public final void run() {
			// Not retried
		}

		@Transactional
		@DeadlockRetry
		public void retried() {
			// Never called
		}

	}

	interface Step {

		@Transactional
		@DeadlockRetry
		void take();

	}

	@Configuration(proxyBeanMethods = false)
	static class LambdaBean {

		@Bean
		Step step() {
			return () -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyBean {

		@Bean
		Step step() {
			return (Step) Proxy.newProxyInstance(Step.class.getClassLoader(), new Class<?>[] { Step.class },
					(proxy, method, arguments) -> method.invoke("delegate", arguments));
		}

	}

	static class Exposed {

		@Transactional
		@DeadlockRetry
		public void run() {
			// Never called
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Opaque {

		@Bean
		static BeanFactoryPostProcessor opaqueProxies() {
			return (factory) -> factory.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
				.getPropertyValues()
				.add("opaque", true);
		}

	}

}
