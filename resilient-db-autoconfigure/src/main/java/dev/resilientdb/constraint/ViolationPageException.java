package dev.resilientdb.constraint;

import org.springframework.web.server.ResponseStatusException;

/**
 * Tells Boot's error page of WebFlux status and sentence, and nothing of the failure.
 */
final class ViolationPageException extends ResponseStatusException {

	ViolationPageException(ViolationAnswer answer) {
		super(answer.status(), answer.message());
		setStackTrace(new StackTraceElement[0]);
	}

}
