package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Starts while somebody else has locked the rows of the history.
 */
@ExtendWith(OutputCaptureExtension.class)
class H2LockTests extends MigrationContract {

	H2LockTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void history() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V2__price.sql", "create table price (id integer primary key)");
	}

	@Test
	void givesUpAndSaysWhoHoldsTheLock() throws SQLException {
		try (Connection holder = hold()) {
			BeanCreationException ex = catchThrowableOfType(BeanCreationException.class,
					() -> start("resilient-db.migration.lock.report-after=100ms",
							"resilient-db.migration.lock.timeout=1s"));
			assertThat(NestedExceptionUtils.getMostSpecificCause(ex)).isInstanceOf(MigrationLockException.class)
				.hasMessageContaining("gives up, held by session " + database().session(holder) + " of SA");
		}
	}

	@Test
	void saysWhoHoldsTheLockWhenItGivesUpBeforeThatIsReported() throws SQLException {
		try (Connection holder = hold()) {
			BeanCreationException ex = catchThrowableOfType(BeanCreationException.class,
					() -> start("resilient-db.migration.lock.timeout=1s"));
			assertThat(NestedExceptionUtils.getMostSpecificCause(ex))
				.hasMessageContaining("gives up, held by session " + database().session(holder) + " of SA");
		}
	}

	@Test
	void waitsLongerThanOneAttemptAndMigratesWhenTheLockIsFree(CapturedOutput output) throws SQLException {
		try (Connection holder = hold()) {
			String session = "for Flyway's lock, held by session " + database().session(holder);
			CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
				.supplyAsync(() -> start("resilient-db.migration.lock.report-after=3s"));
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains(session));
			holder.rollback();
			assertThat(report(start.join()).current()).isEqualTo("2");
		}
	}

	@Test
	void interruptEndsTheWaitAndIsKept(CapturedOutput output) throws SQLException {
		try (Connection holder = hold()) {
			String session = "for Flyway's lock, held by session " + database().session(holder);
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			CompletableFuture<Throwable> end = new CompletableFuture<>();
			Thread thread = new Thread(() -> {
				end.complete(catchThrowable(() -> start("resilient-db.migration.lock.report-after=100ms",
						"resilient-db.migration.lock.timeout=20s")));
				interrupted.complete(Thread.currentThread().isInterrupted());
			});
			thread.start();
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains(session));
			thread.interrupt();
			assertThat(NestedExceptionUtils.getMostSpecificCause(end.join())).isInstanceOf(MigrationLockException.class)
				.hasMessageContaining("was interrupted");
			assertThat(interrupted.join()).isTrue();
		}
	}

	private Connection hold() throws SQLException {
		Connection connection = database().dataSource().getConnection();
		connection.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(connection, true))
			.queryForList("select * from \"flyway_schema_history\" for update");
		return connection;
	}

}
