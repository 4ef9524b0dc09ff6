package dev.resilientdb.constraint;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * {@link UnifiedExceptionContract} on PostgreSQL 18, which has deferred constraints.
 */
class PostgresUnifiedExceptionTests extends UnifiedExceptionContract {

	private static final String ORPHAN = "insert into late values (99)";

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresUnifiedExceptionTests() {
		super(DATABASE);
	}

	@BeforeAll
	void createDeferredConstraint() {
		DATABASE.owner()
			.execute("create table late (parent_id int, constraint fk_late foreign key"
					+ " (parent_id) references customer (id) deferrable initially deferred)");
	}

	@Test
	void deferredViolationIsTheSameAtCommitOfJdbc() {
		assertViolated(thrownAtCommitWithoutJpa(ORPHAN));
	}

	@Test
	void deferredViolationIsTheSameAtCommitOfJpa() {
		assertViolated(thrownAtCommitOfJpa(ORPHAN));
	}

	@Test
	void plainManagerTranslatesNothingAtCommit() {
		DataSource dataSource = DATABASE.dataSource();
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		Throwable thrown = catchThrowable(
				() -> transaction.executeWithoutResult((status) -> new JdbcTemplate(dataSource).execute(ORPHAN)));
		assertThat(thrown).isInstanceOf(TransactionSystemException.class);
		assertThat(Resolvers.create().resolve(thrown).constraint()).isEqualTo("fk_late");
	}

	private static void assertViolated(DataAccessException ex) {
		assertThat(ex).isInstanceOf(ViolatedConstraintException.class);
		assertThat(((ConstraintViolationHolder) ex).violation().kind()).isEqualTo(Kind.FOREIGN_KEY);
	}

}
