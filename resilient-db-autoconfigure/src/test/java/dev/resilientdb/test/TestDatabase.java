package dev.resilientdb.test;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database that a test class has for itself. Registered as a static extension it is
 * created before the first test and dropped after the last; a product that cannot run on
 * this machine skips the class and says why.
 */
public final class TestDatabase
		implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final String name = "testdb" + COUNT.incrementAndGet();

	private final Supplier<? extends DatabaseSource> sources;

	private final Tally tally;

	private DatabaseSource source;

	private Login owner;

	// A nested test class uses the database of the enclosing one
	private int classes;

	private TestDatabase(String place, Supplier<? extends DatabaseSource> sources) {
		this.tally = new Tally(place);
		this.sources = sources;
	}

	/**
	 * On the PostgreSQL server that all tests share.
	 */
	public static TestDatabase postgres() {
		return new TestDatabase("embedded PostgreSQL", PostgresServer::shared);
	}

	/**
	 * On the MariaDB server that all tests share.
	 */
	public static TestDatabase mariaDb() {
		return new TestDatabase("embedded MariaDB", MariaDbServer::shared);
	}

	/**
	 * On the server in a container that all tests of this version share.
	 */
	public static TestDatabase container(ContainerImage image) {
		return new TestDatabase("container " + image.name(), () -> ContainerServer.shared(image));
	}

	/**
	 * H2 in the memory of this process.
	 */
	public static TestDatabase h2() {
		return new TestDatabase("H2 in memory", H2Memory::new);
	}

	/**
	 * An H2 file that several processes may open.
	 */
	public static TestDatabase h2File() {
		return new TestDatabase("H2 file", H2Directory::new);
	}

	/**
	 * A SQLite file with a write-ahead log. Writers do not wait for each other unless the
	 * driver property {@code busy_timeout} says so.
	 */
	public static TestDatabase sqlite() {
		return new TestDatabase("SQLite file", SqliteDirectory::new);
	}

	/**
	 * Creates a database now, on a server of the test's own.
	 */
	public static TestDatabase on(DatabaseSource source) {
		TestDatabase database = new TestDatabase("server of the test's own", () -> source);
		database.open();
		return database;
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		try {
			source();
			return ConditionEvaluationResult.enabled("It can run");
		}
		catch (TestAbortedException ex) {
			this.tally.tellObstacle(ex.getMessage());
			return ConditionEvaluationResult.disabled(ex.getMessage());
		}
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (this.classes++ == 0) {
			open();
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.tally.count();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (--this.classes == 0) {
			this.tally.tellTests(this.owner);
			close();
		}
	}

	/**
	 * Creates the database where no extension does.
	 */
	public void open() {
		this.owner = source().create(this.name);
	}

	private DatabaseSource source() {
		if (this.source == null) {
			this.source = this.sources.get();
		}
		return this.source;
	}

	/**
	 * Drops the database. Opened again, it is a new one.
	 */
	@Override
	public void close() {
		this.source.drop(this.name);
		this.source = null;
	}

	/**
	 * The ordinary user who owns the database.
	 */
	public Login owner() {
		return this.owner;
	}

	/**
	 * The user who may do everything.
	 */
	public Login admin() {
		return this.source.admin(this.name);
	}

	public String url() {
		return this.owner.url();
	}

	public String username() {
		return this.owner.username();
	}

	public String password() {
		return this.owner.password();
	}

	/**
	 * Opens a new connection each time.
	 */
	public DataSource dataSource() {
		return this.owner.dataSource();
	}

	/**
	 * Opens a new connection each time, with the given driver properties.
	 */
	public DataSource dataSource(Map<String, String> driverProperties) {
		return this.owner.dataSource(driverProperties);
	}

	/**
	 * A pool of at most the given size, to be closed by the caller.
	 */
	public HikariDataSource pool(int size) {
		return this.owner.pool(size, Duration.ofSeconds(10));
	}

	/**
	 * The server's number of the given connection's session.
	 */
	public long session(Connection connection) {
		JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		return jdbc.queryForObject(sessions().id(), Long.class);
	}

	/**
	 * Ends a session from outside.
	 */
	public void kill(long session) {
		admin().execute(sessions().kill().formatted(session));
	}

	/**
	 * Ends what a session is executing from outside.
	 */
	public void cancel(long session) {
		admin().execute(sessions().cancel().formatted(session));
	}

	/**
	 * How sessions are named and ended.
	 */
	public SessionStatements sessions() {
		return this.source.sessions();
	}

}
