package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TcpRelay.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What holds when the network fails before COMMIT.
 */
abstract class CutConnectionContract extends RelayContract {

	/**
	 * Has the server answer with a serialization failure.
	 */
	abstract String conflictingStatement();

	@Tag("scenario-14")
	@ParameterizedTest
	@EnumSource(names = { "BEFORE", "AFTER", "SILENTLY_AFTER" })
	void recoversWhenStatementOfTransactionIsCut(Moment moment) {
		relay().cut(moment, "insert");
		worker().retried(() -> insert(1));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-14")
	@ParameterizedTest
	@EnumSource(names = { "BEFORE", "AFTER" })
	void doesNotRepeatStatementThatCommitsByItself(Moment moment) {
		relay().cut(moment, "insert");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> worker().withoutTransaction(() -> insert(entries() + 1)));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isEqualTo(moment.ordinal());
	}

	@Tag("scenario-07")
	@Test
	void failureOfTheApplicationReachesTheCallerAlthoughRollbackIsCut() {
		relay().cut(Moment.BEFORE, "ROLLBACK");
		assertThatIllegalStateException().isThrownBy(() -> worker().retried(() -> {
			insert(1);
			throw new IllegalStateException("application");
		})).withMessage("application");
		assertThat(relay().form()).isNotNull();
		assertThat(calls().ambiguous()).isZero();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-07")
	@Test
	void recoversConflictWhoseRollbackIsCut() {
		relay().cut(Moment.BEFORE, "ROLLBACK");
		worker().retried(inTurn(() -> {
			insert(1);
			jdbc().execute(conflictingStatement());
		}, () -> insert(1)));
		assertThat(relay().form()).isNotNull();
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-15")
	@Test
	void givesBackRefusedConnectionAtOnce() {
		relay().close();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> insert(1)));
		assertThat(failures(FailureKind.CONNECTION_REFUSED)).isOne();
		assertThat(worker().attempts()).isZero();
		assertThat(calls().ambiguous()).isZero();
	}

	@Tag("scenario-15")
	@Test
	void triesRefusedConnectionAgainWhenDeclared() {
		relay().close();
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class)
			.alsoOn(FailureKind.CONNECTION_REFUSED);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> insert(1)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(2));
		assertThat(failures(FailureKind.CONNECTION_REFUSED)).isEqualTo(3);
		assertThat(calls().exhausted()).isOne();
	}

	final long failures(FailureKind kind) {
		return context().getBean(FailureLog.class).summary().byKind().getOrDefault(kind, 0L);
	}

}
