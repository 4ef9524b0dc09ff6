package dev.resilientdb.failure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which failures say that the database itself is not available: those that a circuit
 * breaker counts.
 */
@Tag("scenario-27")
class FailureRecoveryTests {

	@ParameterizedTest
	@EnumSource(names = { "DEADLOCK", "SERIALIZATION_FAILURE", "LOCK_TIMEOUT", "OPTIMISTIC_LOCK", "UNIQUE_VIOLATION",
			"FOREIGN_KEY_VIOLATION", "NOT_NULL_VIOLATION", "CHECK_VIOLATION", "EXCLUSION_VIOLATION" })
	void answerOfTheServerIsNoOutage(FailureKind kind) {
		assertThat(kind.recovery()).isIn(RecoveryAction.RETRY, RecoveryAction.FIX_INPUT);
		assertThat(kind.severity()).isIn(Severity.MEDIUM, Severity.LOW);
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTION_LOST", "CONNECTION_REFUSED", "SERVER_STARTING", "SERVER_SHUTDOWN",
			"TOO_MANY_CONNECTIONS", "OUT_OF_MEMORY", "IO_ERROR", "AUTHENTICATION" })
	void serverThatCannotBeUsedIsAnOutage(FailureKind kind) {
		assertThat(kind.severity()).isIn(Severity.HIGH, Severity.CRITICAL);
		assertThat(kind.recovery()).isNotIn(RecoveryAction.RETRY, RecoveryAction.FIX_INPUT);
	}

}
