package dev.resilientdb.constraint;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaSystemException;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link UnifiedExceptionContract} on SQLite, which has deferred constraints.
 */
class SqliteUnifiedExceptionTests extends UnifiedExceptionContract {

	private static final String ORPHAN = "insert into late values (99)";

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteUnifiedExceptionTests() {
		super(DATABASE);
	}

	@BeforeAll
	void createDeferredConstraint() {
		DATABASE.owner()
			.execute("create table late (parent_id int, constraint fk_late foreign key"
					+ " (parent_id) references customer (id) deferrable initially deferred)");
	}

	@Override
	Class<? extends DataAccessException> ofMissingTable() {
		return JpaSystemException.class;
	}

	@Test
	void deferredViolationIsTheSameAtCommitOfJdbc() {
		assertViolated(thrownAtCommitWithoutJpa(ORPHAN));
	}

	@Test
	void deferredViolationIsTheSameAtCommitOfJpa() {
		assertViolated(thrownAtCommitOfJpa(ORPHAN));
	}

	private static void assertViolated(DataAccessException ex) {
		assertThat(ex).isInstanceOf(ViolatedConstraintException.class);
		assertThat(((ConstraintViolationHolder) ex).violation().kind()).isEqualTo(Kind.FOREIGN_KEY);
	}

}
