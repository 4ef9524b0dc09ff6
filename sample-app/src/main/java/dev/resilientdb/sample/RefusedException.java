package dev.resilientdb.sample;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The sample does not do what it was asked to, and says why in a problem detail.
 */
public class RefusedException extends ErrorResponseException {

	private RefusedException(HttpStatus status, String reason) {
		super(status, ProblemDetail.forStatusAndDetail(status, reason), null);
	}

	public static RefusedException unknown(String what, Object id) {
		return new RefusedException(HttpStatus.NOT_FOUND, "There is no %s %s.".formatted(what, id));
	}

	public static RefusedException impossible(String reason) {
		return new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
	}

	public static RefusedException busy(String reason) {
		return new RefusedException(HttpStatus.CONFLICT, reason);
	}

}
