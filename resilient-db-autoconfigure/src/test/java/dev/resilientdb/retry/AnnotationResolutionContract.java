package dev.resilientdb.retry;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.retry.AnnotatedTasks.Task;
import dev.resilientdb.retry.RetryStatistics.MethodCalls;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Where {@link DeadlockRetry} is found, whatever the kind of proxy.
 */
@Tag("scenario-17")
abstract class AnnotationResolutionContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	abstract String proxyTargetClass();

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.with(AnnotatedTasks.class)
			.withProperties("spring.aop.proxy-target-class=" + proxyTargetClass(), "app.delay=1ms", "app.deadline=1ms")
			.start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void methodWinsOverClass() {
		assertThat(attempts(AnnotatedTasks.MethodAndClass.class)).isEqualTo(3);
	}

	@Test
	void classHoldsForItsMethods() {
		assertThat(attempts(AnnotatedTasks.OnClass.class)).isEqualTo(2);
	}

	@Test
	void methodOfInterfaceHoldsForItsImplementation() {
		assertThat(attempts(AnnotatedTasks.OfAnnotatedMethod.class)).isEqualTo(4);
	}

	@Test
	void interfaceHoldsForItsImplementation() {
		assertThat(attempts(AnnotatedTasks.OfAnnotatedInterface.class)).isEqualTo(6);
	}

	@Test
	void superclassHoldsForItsSubclasses() {
		assertThat(attempts(AnnotatedTasks.Subclass.class)).isEqualTo(2);
	}

	@Test
	void overriddenMethodHoldsForTheOverridingOne() {
		assertThat(attempts(AnnotatedTasks.Overriding.class)).isEqualTo(3);
	}

	@Test
	void annotationOfTheApplicationPassesItsAttributesOn() {
		assertThat(attempts(AnnotatedTasks.Composed.class)).isEqualTo(7);
	}

	@Test
	void implementationOfGenericMethodIsFound() {
		assertThat(attempts(AnnotatedTasks.OfGeneric.class)).isEqualTo(3);
	}

	@Test
	void notOnWins() {
		assertThat(attempts(AnnotatedTasks.NotOn.class)).isOne();
	}

	@Test
	void durationsMayBePlaceholders() {
		assertThat(attempts(AnnotatedTasks.Placeholders.class)).isLessThan(1000);
	}

	@Test
	void methodIsNamedAfterItsClass() {
		attempts(AnnotatedTasks.OfAnnotatedInterface.class);
		assertThat(methods()).containsExactly("OfAnnotatedInterface.run");
	}

	@Test
	void declaredNameWins() {
		attempts(AnnotatedTasks.Named.class);
		assertThat(methods()).containsExactly("money transfer");
	}

	private int attempts(Class<? extends Task> type) {
		AtomicInteger attempts = new AtomicInteger();
		Task task = this.context.getBean(type.getName(), Task.class);
		Throwable thrown = catchThrowable(() -> task.run(() -> {
			attempts.incrementAndGet();
			WorkerContract.throwConflict();
		}));
		assertThat(thrown).hasMessage("conflict");
		return attempts.get();
	}

	private List<String> methods() {
		return this.context.getBean(RetryStatistics.class)
			.summary()
			.methods()
			.stream()
			.map(MethodCalls::method)
			.toList();
	}

}
