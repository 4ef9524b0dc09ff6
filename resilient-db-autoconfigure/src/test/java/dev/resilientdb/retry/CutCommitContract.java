package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.test.TcpRelay.Form;
import dev.resilientdb.test.TcpRelay.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds when the network fails while COMMIT is on its way.
 */
@Tag("scenario-05")
@Tag("scenario-06")
abstract class CutCommitContract extends RelayContract {

	/**
	 * How COMMIT is sent on a connection that has committed before.
	 */
	abstract Form laterCommit();

	@Test
	void tellsThatOutcomeIsUnknownWhenCommitDoesNotReachTheServer() {
		relay().cut(Moment.BEFORE, "COMMIT");
		assertThatOutcomeIsUnknown();
		assertThat(relay().form()).isEqualTo(Form.TEXT);
		assertThat(entries()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "AFTER", "SILENTLY_AFTER" })
	void tellsThatOutcomeIsUnknownWhenAnswerToCommitIsLost(Moment moment) {
		relay().cut(moment, "COMMIT");
		assertThatOutcomeIsUnknown();
		assertThat(relay().form()).isEqualTo(Form.TEXT);
		assertThat(entries()).isOne();
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenLaterCommitDoesNotReachTheServer() {
		commitOften();
		relay().cut(Moment.BEFORE, "COMMIT");
		assertThatOutcomeIsUnknown();
		assertThat(relay().form()).isEqualTo(laterCommit());
		assertThat(entries()).isZero();
	}

	@Test
	void tellsThatOutcomeIsUnknownWhenAnswerToLaterCommitIsLost() {
		commitOften();
		relay().cut(Moment.AFTER, "COMMIT");
		assertThatOutcomeIsUnknown();
		assertThat(relay().form()).isEqualTo(laterCommit());
		assertThat(entries()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "BEFORE", "AFTER" })
	void repeatsIdempotentCall(Moment moment) {
		relay().cut(moment, "COMMIT");
		int before = worker().attempts();
		worker().idempotent(() -> replace(1));
		assertThat(worker().attempts() - before).isEqualTo(2);
		assertThat(calls().recovered()).isOne();
		assertThat(calls().ambiguous()).isZero();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-14")
	@Test
	void tellsThatOutcomeIsUnknownWhenCommitOfReadOnlyTransactionIsLost() {
		DeadlockRetryTemplate reading = context().getBean(DeadlockRetryTemplate.class).withReadOnly(true);
		relay().cut(Moment.AFTER, "COMMIT");
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> reading.executeWithoutResult((status) -> jdbc().queryForList("select id from entry")));
		assertThat(calls().ambiguous()).isOne();
	}

	@Test
	void nextCallFindsConnectionThatWorks() {
		relay().cut(Moment.AFTER, "COMMIT");
		assertThatOutcomeIsUnknown();
		worker().retried(() -> insert(2));
		assertThat(entries()).isEqualTo(2);
	}

	private void assertThatOutcomeIsUnknown() {
		int before = worker().attempts();
		assertThatExceptionOfType(CommitOutcomeUnknownException.class)
			.isThrownBy(() -> worker().retried(() -> insert(entries() + 1)))
			.withCauseInstanceOf(RuntimeException.class);
		assertThat(worker().attempts() - before).isOne();
		assertThat(calls().ambiguous()).isOne();
		assertThat(calls().recovered()).isZero();
	}

}
