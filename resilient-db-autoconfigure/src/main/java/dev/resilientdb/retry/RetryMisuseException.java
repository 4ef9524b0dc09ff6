package dev.resilientdb.retry;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Methods cannot be retried as they are declared.
 */
final class RetryMisuseException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<Misuse> misuses;

	RetryMisuseException(List<Misuse> misuses) {
		super(misuses.stream()
			.map(Misuse::toString)
			.collect(Collectors.joining("; ", "Not possible as declared: ", "")));
		this.misuses = List.copyOf(misuses);
	}

	List<Misuse> misuses() {
		return this.misuses;
	}

}
