package dev.resilientdb.pool;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;

/**
 * What failures outside the pool say; null when that is nothing, or when the classifier,
 * which may be the application's own, fails.
 *
 * @param classifier classifies them
 */
record FailureKinds(FailureClassifier classifier) implements Function<Throwable, @Nullable FailureKind> {

	private static final Logger logger = LoggerFactory.getLogger(FailureKinds.class);

	@Override
	public @Nullable FailureKind apply(Throwable thrown) {
		try {
			DatabaseFailure failure = this.classifier.classify(thrown);
			return (failure != null) ? failure.kind() : null;
		}
		catch (RuntimeException | Error ex) {
			logger.debug("Failure outside the pool cannot be classified", ex);
			return null;
		}
	}

}
