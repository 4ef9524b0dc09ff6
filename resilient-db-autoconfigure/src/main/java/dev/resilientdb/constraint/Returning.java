package dev.resilientdb.constraint;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * The method that Spring is told to have returned an answer: it chooses the writer by the
 * declared type.
 */
interface Returning {

	ResponseEntity<ProblemDetail> problem();

}
