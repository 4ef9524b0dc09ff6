package dev.resilientdb.retry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annotated methods that begin no transaction.
 */
@ExtendWith(OutputCaptureExtension.class)
class MissingTransactionTests {

	@Test
	void warnsOnce(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(Facade.class));
		assertThat(output).containsOnlyOnce("@DeadlockRetry on Facade.run has no effect")
			.containsOnlyOnce("@DeadlockRetry on Facade.support has no effect");
	}

	@Test
	void isSilentWhenOff(CapturedOutput output) {
		MisuseApplication
			.accepts(MisuseApplication.with(Facade.class).withPropertyValues("resilient-db.retry.enabled=false"));
		assertThat(output).doesNotContain("has no effect");
	}

	static class Facade {

		@DeadlockRetry
		public void run() {
			// Never called
		}

		@Transactional(propagation = Propagation.SUPPORTS)
		@DeadlockRetry
		public void support() {
			// Never called
		}

	}

}
