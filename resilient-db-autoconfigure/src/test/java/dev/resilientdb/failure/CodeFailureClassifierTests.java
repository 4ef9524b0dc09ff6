package dev.resilientdb.failure;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

import dev.resilientdb.dialect.DialectAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class CodeFailureClassifierTests {

	private static final List<FailureDialect> dialects = List.copyOf(
			new AnnotationConfigApplicationContext(DialectAutoConfiguration.class).getBeansOfType(FailureDialect.class)
				.values());

	private final FailureClassifier postgres = classifier(Map.of(), "PostgreSQL");

	private final FailureClassifier mariaDb = classifier(Map.of(), "MariaDB");

	private final SQLException deadlock = new SQLException("deadlock", "40P01");

	@Test
	void findsCauseBehindWrappers() {
		Throwable thrown = new IllegalStateException(new CannotAcquireLockException("lock", this.deadlock));
		assertThat(this.postgres.classify(thrown)).isEqualTo(new DatabaseFailure(FailureKind.DEADLOCK, "PostgreSQL",
				"40P01", 0, this.deadlock, Rollback.TRANSACTION));
	}

	@Test
	void believesWhatFailedBeforeTheRollback() {
		SQLException lost = new SQLException("lost", "08006");
		TransactionSystemException masking = new TransactionSystemException("JDBC rollback failed", lost);
		masking.initApplicationException(new CannotAcquireLockException("lock", this.deadlock));
		assertThat(kind(this.postgres, masking)).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void believesFailedRollbackWhenTheApplicationFailedByItself() {
		SQLException lost = new SQLException("lost", "08006");
		TransactionSystemException masking = new TransactionSystemException("JDBC rollback failed", lost);
		masking.initApplicationException(new IllegalStateException("application"));
		assertThat(kind(this.postgres, masking)).isEqualTo(FailureKind.CONNECTION_LOST);
	}

	@Test
	void findsNextExceptionOfBatch() {
		BatchUpdateException batch = new BatchUpdateException("batch", null, 0, new int[0]);
		batch.setNextException(this.deadlock);
		assertThat(kind(this.postgres, batch)).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void findsSuppressedFailure() {
		IllegalStateException thrown = new IllegalStateException("application");
		thrown.addSuppressed(this.deadlock);
		assertThat(kind(this.postgres, thrown)).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void believesCauseMoreThanSuppressedFailure() {
		SQLException thrown = new SQLException("unique", "23505");
		thrown.addSuppressed(this.deadlock);
		assertThat(kind(this.postgres, thrown)).isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	@Test
	void looksBehindAbortedTransactionOfPostgres() {
		SQLException aborted = new SQLException("aborted", "25P02", this.deadlock);
		assertThat(kind(this.postgres, aborted)).isEqualTo(FailureKind.DEADLOCK);
		assertThat(kind(this.postgres, new SQLException("aborted", "25P02"))).isEqualTo(FailureKind.UNKNOWN);
	}

	@Test
	void looksBehindMissingSavepointOfMariaDb() {
		SQLException missing = new SQLException("SAVEPOINT does not exist", "42000", 1305);
		TransactionSystemException masking = new TransactionSystemException("no savepoint", missing);
		masking.initApplicationException(new SQLException("Deadlock found", "40001", 1213));
		assertThat(kind(this.mariaDb, masking)).isEqualTo(FailureKind.DEADLOCK);
		missing.setNextException(new SQLException("Deadlock found", "40001", 1213));
		assertThat(kind(this.mariaDb, missing)).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void tellsLockTimeoutFromDeadlockByVendorCode() {
		assertThat(kind(this.mariaDb, new SQLException("Lock wait timeout", "40001", 1205)))
			.isEqualTo(FailureKind.LOCK_TIMEOUT);
	}

	@Test
	void overridesWinOverCodesOfTheProduct() {
		FailureClassifier overridden = classifier(Map.of("40P01", FailureKind.THROTTLED, "1213", FailureKind.READ_ONLY),
				"MariaDB");
		assertThat(kind(overridden, this.deadlock)).isEqualTo(FailureKind.THROTTLED);
		assertThat(kind(overridden, new SQLException("Deadlock found", "40001", 1213)))
			.isEqualTo(FailureKind.READ_ONLY);
	}

	@Test
	void overridesAddCodes() {
		FailureClassifier overridden = classifier(Map.of("U0001", FailureKind.SERIALIZATION_FAILURE), "PostgreSQL");
		assertThat(kind(overridden, new SQLException("own", "U0001"))).isEqualTo(FailureKind.SERIALIZATION_FAILURE);
	}

	@Test
	void understandsStandardStatesOfUnknownProduct() {
		DatabaseFailure failure = classifier(Map.of(), "Derby").classify(new SQLException("conflict", "40001", 30000));
		assertThat(failure).isNotNull()
			.returns(FailureKind.SERIALIZATION_FAILURE, DatabaseFailure::kind)
			.returns(DatabaseFailure.UNKNOWN_PRODUCT, DatabaseFailure::product);
	}

	@Test
	void guessesNoProductAmongSeveral() {
		FailureClassifier several = new CodeFailureClassifier(Map.of(),
				new DriverDialects(dialects, () -> Set.of("PostgreSQL", "MariaDB")));
		assertThat(several.classify(new SQLException("deadlock", "40P01")))
			.returns(DatabaseFailure.UNKNOWN_PRODUCT, DatabaseFailure::product)
			.returns(FailureKind.DEADLOCK, DatabaseFailure::kind);
	}

	@Test
	void callsUnknownCodesUnknown() {
		assertThat(kind(this.postgres, new SQLException("what", "ZZ999"))).isEqualTo(FailureKind.UNKNOWN);
		assertThat(kind(this.postgres, new SQLException("no state"))).isEqualTo(FailureKind.UNKNOWN);
	}

	@Test
	void fallsBackToExceptionTypes() {
		assertThat(kind(this.postgres, new OptimisticLockingFailureException("stale")))
			.isEqualTo(FailureKind.OPTIMISTIC_LOCK);
		assertThat(kind(this.postgres, new TransactionTimedOutException("late")))
			.isEqualTo(FailureKind.TRANSACTION_TIMEOUT);
		assertThat(kind(this.postgres, new DuplicateKeyException("twice"))).isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	@Test
	void believesCodesMoreThanExceptionTypes() {
		assertThat(kind(this.postgres, new DuplicateKeyException("twice", this.deadlock)))
			.isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void callsNothingTransientBecauseOfItsType() {
		assertThat(this.postgres.classify(new TransientDataAccessResourceException("later"))).isNull();
		assertThat(this.postgres.classify(new IllegalStateException("application"))).isNull();
	}

	private static FailureKind kind(FailureClassifier classifier, Throwable thrown) {
		DatabaseFailure failure = classifier.classify(thrown);
		assertThat(failure).isNotNull();
		return failure.kind();
	}

	private static FailureClassifier classifier(Map<String, FailureKind> overrides, String product) {
		return new CodeFailureClassifier(overrides, new DriverDialects(dialects, () -> Set.of(product)));
	}

}
