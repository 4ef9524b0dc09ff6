package dev.resilientdb.constraint;

import org.springframework.core.MethodParameter;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;

/**
 * The method that Spring is told to have returned an answer, as if it were a
 * controller's: the writer is chosen by the declared type.
 */
interface Returning {

	ResponseEntity<ProblemDetail> problem();

	static MethodParameter declared() {
		return new MethodParameter(ClassUtils.getMethod(Returning.class, "problem"), -1);
	}

}
