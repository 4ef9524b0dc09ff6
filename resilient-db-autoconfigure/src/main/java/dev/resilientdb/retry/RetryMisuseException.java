package dev.resilientdb.retry;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Methods ask for retries that would not happen.
 */
final class RetryMisuseException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<Misuse> misuses;

	RetryMisuseException(List<Misuse> misuses) {
		super(misuses.stream()
			.map(Misuse::toString)
			.collect(Collectors.joining("; ", "Retries are not possible: ", "")));
		this.misuses = List.copyOf(misuses);
	}

	List<Misuse> misuses() {
		return this.misuses;
	}

}
