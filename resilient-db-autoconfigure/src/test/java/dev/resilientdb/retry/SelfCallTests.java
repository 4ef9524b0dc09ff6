package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls within one object are warned of where they lose a retry.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("scenario-19")
class SelfCallTests {

	@ParameterizedTest
	@ValueSource(classes = { SelfCallers.Direct.class, SelfCallers.Overloading.class, SelfCallers.InLoop.class,
			SelfCallers.WithArguments.class, SelfCallers.Inherited.class, SelfCallers.Interfaced.class,
			SelfCallers.WithoutTransaction.class, SelfCallers.NewTransaction.class })
	void warnsOfCallThatLosesRetry(Class<?> type, CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(type));
		assertThat(output).containsOnlyOnce("is called by run of the same object")
			.contains(type.getSimpleName() + ".retried is called by");
	}

	@Test
	void warnsOfCallThroughPrivateMethod(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(SelfCallers.Indirect.class));
		assertThat(output).contains("Indirect.retried is called by helper of the same object");
	}

	@ParameterizedTest
	@ValueSource(classes = { SelfCallers.Injected.class, SelfCallers.Other.class, SelfCallers.Either.class,
			SelfCallers.OtherEither.class, SelfCallers.Joining.class, SelfCallers.AlsoRetried.class,
			SelfCallers.HelperOfTransaction.class, SelfCallers.Programmatic.class, SelfCallers.GenericTask.class,
			SelfCallers.Superclass.class, SelfCallers.Mandatory.class })
	void isSilentAboutOtherCalls(Class<?> type, CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(type));
		assertThat(output).doesNotContain("of the same object");
	}

	@Test
	void isSilentAboutMethodsForWhichThePropertyAsks(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(SelfCallers.NotAnnotated.class)
			.withPropertyValues("resilient-db.retry.scope=transactional"));
		assertThat(output).doesNotContain("of the same object");
	}

	@Test
	void leavesClassWithoutFileAlone() {
		assertThat(SelfCalls.of(((Runnable) () -> {
		}).getClass()).from("run()V")).isEmpty();
	}

}
