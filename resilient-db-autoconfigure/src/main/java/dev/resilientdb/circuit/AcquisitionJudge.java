package dev.resilientdb.circuit;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.Refusal;

/**
 * What a failure to get a connection says of the database: nothing before the application
 * has started, which knows itself how long it waits for its database until then.
 */
final class AcquisitionJudge {

	private static final Logger logger = LoggerFactory.getLogger(AcquisitionJudge.class);

	// Far beyond real chains, which may be cyclic
	private static final int LONGEST = 100;

	private final Supplier<FailureClassifier> classifier;

	private volatile boolean armed;

	AcquisitionJudge(Supplier<FailureClassifier> classifier) {
		this.classifier = classifier;
	}

	void arm() {
		this.armed = true;
	}

	boolean isArmed() {
		return this.armed;
	}

	/**
	 * Whether the caller was interrupted, or refused by another circuit.
	 */
	boolean saysNothing(Throwable thrown) {
		Throwable next = thrown;
		for (int i = 0; i < LONGEST && next != null; i++) {
			if (next instanceof InterruptedException || next instanceof Refusal) {
				return true;
			}
			next = next.getCause();
		}
		return Thread.currentThread().isInterrupted();
	}

	// The classifier may be the application's own; the caller must get the failure itself
	@Nullable Reason reason(Throwable thrown) {
		try {
			DatabaseFailure failure = this.classifier.get().classify(thrown);
			return (failure != null) ? Reason.of(failure.kind()) : null;
		}
		catch (RuntimeException | Error ex) {
			logger.debug("Failure to get a connection cannot be classified", ex);
			return null;
		}
	}

}
