package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

	@Test
	void rowsStayLockedWhileScriptsChangeTheSchema() {
		this.scripts.with("V2__price.sql",
				"create table price (id integer primary key); alter table price add amount integer;"
						+ " alter table price alter column amount bigint; create index amounts on price (amount);");
		start(application().with(Neighbour.class));
		assertThat(Neighbour.MET).containsExactly(50200, 50200, 50200, 50200);
	}

	private Connection hold() throws SQLException {
		Connection connection = database().dataSource().getConnection();
		connection.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(connection, true))
			.queryForList("select * from \"flyway_schema_history\" for update");
		return connection;
	}

	@Configuration(proxyBeanMethods = false)
	static class Neighbour {

		static final List<Integer> MET = new CopyOnWriteArrayList<>();

		@Bean
		Callback neighbour(DataSource dataSource) {
			MET.clear();
			return new BaseCallback() {
				@Override
				public boolean supports(Event event, Context context) {
					return event == Event.AFTER_EACH_MIGRATE_STATEMENT;
				}

				@Override
				public void handle(Event event, Context context) {
					MET.add(meet(dataSource));
				}
			};
		}

		private static int meet(DataSource dataSource) {
			try (Connection connection = dataSource.getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("set lock_timeout 100");
				statement.executeQuery("select * from \"flyway_schema_history\" for update");
				return 0;
			}
			catch (SQLException ex) {
				return ex.getErrorCode();
			}
		}

	}

}
