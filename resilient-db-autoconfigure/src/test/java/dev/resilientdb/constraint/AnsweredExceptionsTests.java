package dev.resilientdb.constraint;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import jakarta.persistence.RollbackException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.resilientdb.retry.CommitOutcomeUnknownException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnsweredExceptions}.
 */
class AnsweredExceptionsTests {

	@ParameterizedTest
	@MethodSource("persistence")
	void answersDataAccessAndTransactions(Throwable thrown) {
		assertThat(AnsweredExceptions.find(thrown)).isSameAs(thrown);
	}

	@ParameterizedTest
	@MethodSource("envelopes")
	void opensEnvelopesOfThreadsAndProxies(Throwable thrown) {
		assertThat(AnsweredExceptions.find(thrown)).isInstanceOf(SQLException.class);
	}

	@ParameterizedTest
	@MethodSource("others")
	void leavesOthersAlone(Throwable thrown) {
		assertThat(AnsweredExceptions.find(thrown)).isNull();
	}

	static Throwable[] persistence() {
		return new Throwable[] { violation(), new DataIntegrityViolationException("duplicate", violation()),
				new TransactionSystemException("commit", new RollbackException("commit", violation())),
				new RollbackException("commit", violation()), new JpaSystemException(new RuntimeException(violation())),
				new ConstraintViolationException("duplicate", violation(), "uk") };
	}

	static Throwable[] envelopes() {
		return new Throwable[] { new CompletionException(violation()), new ExecutionException(violation()),
				new UndeclaredThrowableException(violation()),
				new CompletionException(new ExecutionException(new UndeclaredThrowableException(violation()))) };
	}

	static Throwable[] others() {
		return new Throwable[] { new IllegalStateException(violation()), new OrderRefused(violation()),
				new CompletionException(new OrderRefused(violation())), new Taken(violation()),
				new ResponseStatusException(HttpStatus.GONE, "gone", violation()),
				new CompletionException("nothing", null), new CommitOutcomeUnknownException("unknown", violation()),
				new TransactionSystemException("outer", new CommitOutcomeUnknownException("unknown", violation())) };
	}

	private static SQLException violation() {
		return new SQLException("duplicate", "23505");
	}

	private static final class OrderRefused extends RuntimeException {

		OrderRefused(Throwable cause) {
			super(cause);
		}

	}

	@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
	private static final class Taken extends DataIntegrityViolationException {

		Taken(Throwable cause) {
			super("taken", cause);
		}

	}

}
