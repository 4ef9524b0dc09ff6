package dev.resilientdb.retry;

import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.RetryOperation.Kinds;
import dev.resilientdb.retry.RetryOperation.Repetition;
import dev.resilientdb.retry.RetryOperation.Waits;

/**
 * Reads {@link DeadlockRetry} annotations and refuses what cannot be obeyed.
 */
final class DeclarationParser {

	private final UnaryOperator<@Nullable String> placeholders;

	DeclarationParser(UnaryOperator<@Nullable String> placeholders) {
		this.placeholders = placeholders;
	}

	/**
	 * Reads an annotation.
	 * @param method the annotated method as {@code SimpleClassName.method}
	 * @throws InvalidDeadlockRetryException when a value is not valid
	 */
	Declaration parse(DeadlockRetry annotation, String method) {
		int maxAttempts = annotation.maxAttempts();
		if (maxAttempts < 0 || maxAttempts > RetryProperties.MAX_ATTEMPTS) {
			throw new InvalidDeadlockRetryException(method, "maxAttempts must be between 1 and "
					+ RetryProperties.MAX_ATTEMPTS + ", or 0 for the property, but is " + maxAttempts);
		}
		Waits waits = new Waits(delay(annotation.delay(), "delay", method),
				delay(annotation.maxDelay(), "maxDelay", method), deadline(annotation, method));
		if (waits.delay() != null && waits.maxDelay() != null && waits.delay().compareTo(waits.maxDelay()) > 0) {
			throw new InvalidDeadlockRetryException(method, "delay '" + annotation.delay()
					+ "' must not be longer than maxDelay '" + annotation.maxDelay() + "'");
		}
		return new Declaration(annotation.name().isEmpty() ? method : annotation.name(), maxAttempts, waits,
				new Kinds(Set.of(annotation.alsoOn()), Set.of(annotation.notOn())),
				annotation.idempotent() ? Repetition.IDEMPOTENT : Repetition.HARMFUL);
	}

	private @Nullable Duration delay(String text, String attribute, String method) {
		Duration delay = duration(text, attribute, method);
		if (delay != null && delay.compareTo(RetryProperties.LONGEST_DELAY) > 0) {
			throw new InvalidDeadlockRetryException(method, attribute + " '" + text + "' must not be longer than 1h");
		}
		return delay;
	}

	private @Nullable Duration deadline(DeadlockRetry annotation, String method) {
		Duration deadline = duration(annotation.deadline(), "deadline", method);
		if (deadline != null && deadline.isZero()) {
			throw new InvalidDeadlockRetryException(method, "deadline must be positive");
		}
		return deadline;
	}

	private @Nullable Duration duration(String text, String attribute, String method) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			String resolved = this.placeholders.apply(text);
			Duration duration = (resolved != null) ? DurationStyle.detectAndParse(resolved) : null;
			if (duration != null && !duration.isNegative()) {
				return duration;
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalid(text, attribute, method);
		}
		throw invalid(text, attribute, method);
	}

	private static InvalidDeadlockRetryException invalid(String text, String attribute, String method) {
		return new InvalidDeadlockRetryException(method, attribute + " '" + text
				+ "' is no duration such as 50ms or 2s, and no placeholder for one that is defined");
	}

}
