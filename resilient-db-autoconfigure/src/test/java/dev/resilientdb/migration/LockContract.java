package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
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
 * Starts while somebody else holds Flyway's lock.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class LockContract extends MigrationContract {

	private static final Duration BOUND = Duration.ofSeconds(60);

	private final LockOfFlyway lock;

	LockContract(TestDatabase database, LockOfFlyway lock) {
		super(database);
		this.lock = lock;
	}

	@Test
	void givesUpAndSaysWhoHoldsTheLock() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			MigrationLockException ex = lockedOut("resilient-db.migration.lock.report-after=100ms",
					"resilient-db.migration.lock.timeout=1s");
			assertThat(ex).hasMessageContaining("gives up, held by session " + database().session(holder) + " of ");
		}
	}

	@Test
	void explainsTheWayOut() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			MigrationLockException ex = lockedOut("resilient-db.migration.lock.report-after=100ms",
					"resilient-db.migration.lock.timeout=1s");
			assertThat(new MigrationLockFailureAnalyzer().analyze(ex).getAction())
				.contains("resilient-db.migration.lock.timeout");
			assertThat(holder.isValid(5)).isTrue();
		}
	}

	@Test
	void migratesWhenTheHolderIsEndedByTheAdvisedStatement() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			MigrationLockException ex = lockedOut("resilient-db.migration.lock.report-after=100ms",
					"resilient-db.migration.lock.timeout=1s");
			String action = new MigrationLockFailureAnalyzer().analyze(ex).getAction();
			Matcher statement = Pattern.compile("(SELECT|KILL) [^;]+;").matcher(action);
			assertThat(statement.find()).isTrue();
			database().admin().execute(statement.group());
			assertThat(report(start()).current()).isEqualTo("1");
			assertThat(holder.isValid(5)).isFalse();
		}
	}

	@Test
	void givesUpEarlyWherePolicyIsToFail() throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			MigrationLockException ex = lockedOut("resilient-db.migration.lock.report-after=100ms",
					"resilient-db.migration.policy.lock-held=fail");
			assertThat(ex).hasMessageContaining("session " + database().session(holder));
		}
	}

	@Test
	void migratesAsSoonAsTheLockIsFree(CapturedOutput output) throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			String session = "for Flyway's lock, held by session " + database().session(holder);
			CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
				.supplyAsync(() -> start("resilient-db.migration.lock.report-after=100ms"));
			Awaitility.await().atMost(BOUND).until(() -> output.getOut().contains(session));
			holder.close();
			MigrationReport report = report(start.join());
			assertThat(report.current()).isEqualTo("1");
			assertThat(report.lock()).isNull();
			assertThat(report.anomalies()).isEmpty();
		}
	}

	@Test
	void interruptEndsTheWaitAndIsKept(CapturedOutput output) throws SQLException {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		try (Connection holder = this.lock.hold(database())) {
			String session = "for Flyway's lock, held by session " + database().session(holder);
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			CompletableFuture<Throwable> end = new CompletableFuture<>();
			Thread thread = new Thread(() -> {
				end.complete(catchThrowable(() -> start("resilient-db.migration.lock.report-after=100ms")));
				interrupted.complete(Thread.currentThread().isInterrupted());
			});
			thread.start();
			Awaitility.await().atMost(BOUND).until(() -> output.getOut().contains(session));
			thread.interrupt();
			assertThat(NestedExceptionUtils.getMostSpecificCause(end.join())).isInstanceOf(MigrationLockException.class)
				.hasMessageContaining("was interrupted");
			assertThat(interrupted.join()).isTrue();
		}
	}

	@Test
	void saysWhoStandsInTheWayOfScript(CapturedOutput output) throws SQLException {
		jdbc().execute("create table stock (id integer primary key)");
		this.scripts.with("V1__name.sql", "alter table stock add name varchar(20)");
		try (Connection reader = database().dataSource().getConnection()) {
			reader.setAutoCommit(false);
			new JdbcTemplate(new SingleConnectionDataSource(reader, true)).queryForList("select * from stock");
			CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture
				.supplyAsync(() -> start("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
						"resilient-db.migration.policy.unknown-schema=warn",
						"resilient-db.migration.lock.report-after=100ms",
						"resilient-db.migration.session.lock-timeout=1m"));
			Awaitility.await().atMost(BOUND).until(() -> output.getOut().contains("lock-held (V1__name.sql)"));
			reader.rollback();
			assertThat(report(start.join()).current()).isEqualTo("1");
			assertThat(output.getOut()).contains(seen(reader));
		}
	}

	/**
	 * What the log says of a session that stands in the way.
	 */
	abstract String seen(Connection holder);

	MigrationLockException lockedOut(String... properties) {
		BeanCreationException ex = catchThrowableOfType(BeanCreationException.class, () -> start(properties));
		return (MigrationLockException) NestedExceptionUtils.getMostSpecificCause(ex);
	}

	/**
	 * Takes Flyway's lock as another instance of the application does.
	 */
	record LockOfFlyway(String quote, String query, long magic) {

		static final LockOfFlyway POSTGRES = new LockOfFlyway("\"public\".\"flyway_schema_history\"",
				"select pg_advisory_lock(%d)", 77431708279161L);

		static final LockOfFlyway MARIADB = new LockOfFlyway("`{database}`.`flyway_schema_history`",
				"select get_lock('Flyway-%d', 10)", 0);

		Connection hold(TestDatabase database) throws SQLException {
			Connection connection = database.dataSource().getConnection();
			new JdbcTemplate(new SingleConnectionDataSource(connection, true))
				.queryForList(sql(String.valueOf(connection.getCatalog())));
			return connection;
		}

		String sql(String database) {
			return this.query.formatted(this.magic + this.quote.replace("{database}", database).hashCode());
		}

	}

}
