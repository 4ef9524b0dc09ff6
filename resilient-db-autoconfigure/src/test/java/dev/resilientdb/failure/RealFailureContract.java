package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What the classifier says about failures that every product reports, provoked on a real
 * database.
 */
abstract class RealFailureContract extends RealDatabase {

	final SessionProvocations sessions;

	RealFailureContract(TestDatabase database) {
		super(database);
		this.sessions = new SessionProvocations(database);
	}

	abstract Throwable lockTimeout(Provocations provocations);

	abstract Throwable conflict(Provocations provocations);

	abstract Throwable invalidValue(Provocations provocations);

	abstract Throwable readOnly(Provocations provocations);

	FailureKind conflict() {
		return FailureKind.SERIALIZATION_FAILURE;
	}

	void assertConflict(Throwable thrown) {
		assertThat(kind(thrown)).isEqualTo(conflict());
	}

	FailureKind cancelled() {
		return FailureKind.CANCELLED;
	}

	FailureKind missingObject() {
		return FailureKind.MISSING_OBJECT;
	}

	FailureKind duplicateObject() {
		return FailureKind.DUPLICATE_OBJECT;
	}

	/**
	 * A query that runs until it is stopped.
	 */
	abstract String endlessQuery();

	/**
	 * Where nothing answers.
	 */
	abstract Login unreachable();

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsLockTimeout(Access access) {
		assertThat(kind(lockTimeout(provoke(access)))).isEqualTo(FailureKind.LOCK_TIMEOUT);
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsUpdateOfChangedRow(Access access) {
		assertConflict(conflict(provoke(access)));
	}

	@ParameterizedTest
	@EnumSource(Access.class)
	void reportsUniqueViolation(Access access) {
		assertThat(kind(provoke(access).statements("insert into ticket (id, code) values (1, 'A')",
				"insert into ticket (id, code) values (2, 'A')")))
			.isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	@Test
	void reportsUniqueViolationOfEntitiesAtCommit() {
		assertThat(kind(uniqueViolationOfEntities())).isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	private Throwable uniqueViolationOfEntities() {
		return catchThrowable(() -> this.jpa.run((sql) -> {
			this.jpa.entityManager().persist(new Ticket(1, "A"));
			this.jpa.entityManager().persist(new Ticket(2, "A"));
		}));
	}

	@Test
	void reportsDuplicatePrimaryKeyAsUniqueViolation() {
		assertThat(kind(provoke().statements("insert into account values (1, 0)")))
			.isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	@Test
	void reportsChildWithoutParent() {
		assertThat(kind(provoke().statements("insert into ticket (id, code, parent_id) values (1, 'A', 99)")))
			.isEqualTo(FailureKind.FOREIGN_KEY_VIOLATION);
	}

	@Test
	void reportsDeletedParentOfChild() {
		assertThat(kind(provoke().statements("insert into ticket (id, code, parent_id) values (1, 'A', 1)",
				"delete from parent where id = 1")))
			.isEqualTo(FailureKind.FOREIGN_KEY_VIOLATION);
	}

	@Test
	void reportsNotNullViolation() {
		assertThat(kind(provoke().statements("insert into ticket (id, code) values (1, null)")))
			.isEqualTo(FailureKind.NOT_NULL_VIOLATION);
	}

	@Test
	void reportsCheckViolation() {
		assertThat(kind(provoke().statements("insert into ticket (id, code, amount) values (1, 'A', -1)")))
			.isEqualTo(FailureKind.CHECK_VIOLATION);
	}

	@Test
	void reportsInvalidValue() {
		assertThat(kind(invalidValue(provoke()))).isEqualTo(FailureKind.INVALID_VALUE);
	}

	@Test
	void reportsFailedBatch() {
		assertThat(kind(this.sessions.failingBatch(Map.of()))).isEqualTo(FailureKind.UNIQUE_VIOLATION);
	}

	@Test
	void reportsReadOnly() {
		assertThat(kind(readOnly(provoke()))).isEqualTo(FailureKind.READ_ONLY);
	}

	@Test
	void reportsCancelledStatement() {
		assertThat(kind(this.sessions.cancelledStatement(endlessQuery()))).isEqualTo(cancelled());
	}

	@Test
	void reportsExhaustedPool() {
		assertThat(kind(this.sessions.exhaustedPool())).isEqualTo(FailureKind.POOL_EXHAUSTED);
	}

	@Test
	void reportsUnreachableDatabase() {
		assertThat(kind(this.sessions.connection(unreachable()))).isEqualTo(FailureKind.CONNECTION_REFUSED);
	}

	@Test
	void reportsUnreachableDatabaseBehindPool() {
		assertThat(kind(this.sessions.pooledConnection(unreachable()))).isEqualTo(FailureKind.CONNECTION_REFUSED);
	}

	@Test
	void reportsBadSyntax() {
		assertThat(kind(provoke().statements("selct 1"))).isEqualTo(FailureKind.SYNTAX);
	}

	@Test
	void reportsMissingTable() {
		assertThat(kind(provoke().statements("update nowhere set a = 1"))).isEqualTo(missingObject());
	}

	@Test
	void reportsMissingColumn() {
		assertThat(kind(provoke().statements("update account set absent = 1"))).isEqualTo(missingObject());
	}

	@Test
	void reportsDuplicateTable() {
		assertThat(kind(provoke().statements("create table account (id int)"))).isEqualTo(duplicateObject());
	}

}
