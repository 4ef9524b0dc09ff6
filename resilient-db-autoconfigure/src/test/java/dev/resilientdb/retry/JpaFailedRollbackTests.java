package dev.resilientdb.retry;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultSite;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Hibernate rolls back itself when committing fails. When that fails too, Spring hears of
 * a rollback nevertheless, and what is open may be committed when the connection is used
 * again.
 */
class JpaFailedRollbackTests extends JpaWorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(PlannedFaults.class);
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterConflictAtCommit() {
		tellsDoubtOf(() -> {
			insert(entries() + 1);
			strike(FaultSite.COMMIT, Fault.SERIALIZATION_FAILURE);
			strike(FaultSite.ROLLBACK, Fault.NOT_SENT);
		});
	}

	@Test
	void tellsDoubtWhenRollbackFailsAfterConflictInFlush() {
		tellsDoubtOf(() -> {
			insert(entries() + 1);
			persist(1, "somebody", 0);
			strike(FaultSite.EXECUTE, Fault.SERIALIZATION_FAILURE);
			strike(FaultSite.ROLLBACK, Fault.NOT_SENT);
		});
	}

	@Test
	void repeatsWhenServerRollsBackAtCommit() {
		repeatsAfter(Fault.DEADLOCK);
	}

	@Test
	void repeatsWhenHibernateRollsBackAfterConflictAtCommit() {
		assumeThat(Version.getVersionString()).as("Hibernate leaves failed commits open").doesNotStartWith("7.2.");
		repeatsAfter(Fault.SERIALIZATION_FAILURE);
	}

	@Test
	void repeatsWhenRollbackSucceedsAfterConflictInFlush() {
		worker().retried(inTurn(() -> {
			persist(1, "somebody", 0);
			strike(FaultSite.EXECUTE, Fault.SERIALIZATION_FAILURE);
		}, () -> insert(1)));
		assertThat(entries()).isOne();
	}

	@Test
	void repeatsWhenConnectionIsLostInFlush() {
		worker().retried(inTurn(() -> {
			persist(1, "somebody", 0);
			strike(FaultSite.EXECUTE, Fault.LOST);
		}, () -> insert(1)));
		assertThat(entries()).isOne();
	}

	private void repeatsAfter(Fault fault) {
		worker().retried(inTurn(() -> {
			insert(1);
			strike(FaultSite.COMMIT, fault);
		}, () -> insert(1)));
		assertThat(entries()).isOne();
	}

	private void tellsDoubtOf(Runnable work) {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(work));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isOne();
	}

	private void strike(FaultSite site, Fault fault) {
		context().getBean(PlannedFaults.class).strike(site, fault);
	}

}
