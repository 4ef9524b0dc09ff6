package dev.resilientdb.sample;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Names the fields of a request that is not valid. What the database refuses is answered
 * in the same form without a line here.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestErrors {

	@ExceptionHandler
	ProblemDetail invalid(MethodArgumentNotValidException ex) {
		ProblemDetail problem = ex.getBody();
		problem.setProperty("errors", ex.getFieldErrors().stream().map(Entry::of).toList());
		return problem;
	}

	record Entry(String field, @Nullable String code, @Nullable String message) {

		static Entry of(FieldError error) {
			return new Entry(error.getField(), error.getCode(), error.getDefaultMessage());
		}

	}

}
