package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
	@CsvSource({ "BEFORE, 0", "AFTER, 1" })
	void doesNotRepeatStatementThatCommitsByItself(Moment moment, int rows) {
		relay().cut(moment, "insert");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> worker().withoutTransaction(() -> insert(entries() + 1)));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isEqualTo(rows);
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

}
