package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What an HTTP client is told.
 *
 * @param status the status of the response
 * @param title what is wrong in few words
 * @param message a sentence for the user
 * @param violation what was broken, null when the client must not know
 */
record ViolationAnswer(HttpStatusCode status, String title, String message, @Nullable ConstraintViolation violation) {

	/**
	 * The answer in the form of RFC 9457.
	 */
	ResponseEntity<ProblemDetail> toResponse() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(this.status, this.message);
		problem.setTitle(this.title);
		if (this.violation != null) {
			describe(problem, this.violation);
		}
		return ResponseEntity.of(problem).build();
	}

	private static void describe(ProblemDetail problem, ConstraintViolation violation) {
		problem.setProperty("kind", violation.kind().name());
		if (violation.constraint() != null) {
			problem.setProperty("constraint", violation.constraint());
		}
		if (violation.suggestion() != null) {
			problem.setProperty("suggestion", violation.suggestion());
		}
		problem.setProperty("errors", errors(violation));
	}

	private static List<Map<String, String>> errors(ConstraintViolation violation) {
		List<Map<String, String>> errors = new ArrayList<>();
		for (String field : violation.attributes().isEmpty() ? violation.columns() : violation.attributes()) {
			Map<String, String> error = new LinkedHashMap<>();
			error.put("field", field);
			error.put("code", violation.messageKey());
			error.put("message", violation.message());
			errors.add(error);
		}
		return errors;
	}

}
