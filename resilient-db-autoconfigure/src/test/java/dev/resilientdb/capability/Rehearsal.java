package dev.resilientdb.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

/**
 * Runs one {@link Proof} in as many sessions as it names.
 */
final class Rehearsal implements AutoCloseable {

	private static final Pattern STEP = Pattern.compile("(?:([A-Z]\\d?):)?(.*)");

	private static final String[] IMPATIENT = { "set lock_timeout = '300ms'", "set innodb_lock_wait_timeout = 1",
			"set lock_timeout 300", "pragma busy_timeout = 300" };

	private static final String[] PATIENT = { "set lock_timeout 60000" };

	private static final String[] REMAINDERS = { "pragma journal_mode = wal", "drop table t", "drop table c",
			"drop table p", "drop sequence s", "drop table account" };

	private final TestDatabase database;

	private final FailureClassifier classifier;

	private final Path file;

	private final Map<String, RehearsedSession> sessions = new LinkedHashMap<>();

	private boolean conflict;

	Rehearsal(TestDatabase database, FailureClassifier classifier) throws IOException {
		this.database = database;
		this.classifier = classifier;
		this.file = Files.createTempDirectory("rehearsal").resolve("backup");
	}

	/**
	 * Whether the server passes.
	 * @throws Refutation when it does not, with the step that failed
	 */
	void run(Proof proof) throws SQLException {
		prepare();
		for (String step : proof.steps()) {
			Matcher matcher = STEP.matcher(step);
			if (!matcher.matches()) {
				throw new IllegalArgumentException(step);
			}
			String name = (matcher.group(1) != null) ? matcher.group(1) : "A";
			run(session(name), matcher.group(2).replace("{file}", this.file.toString()));
		}
	}

	private void prepare() throws SQLException {
		RehearsedSession session = session("A");
		Stream.of(REMAINDERS).forEach(session::attempt);
		session.execute("create table account (id int primary key, balance int not null)");
		session.execute("insert into account values (1, 100)");
		session.execute("insert into account values (2, 100)");
	}

	private void run(RehearsedSession session, String step) throws SQLException {
		switch (step.split(" ", 2)[0]) {
			case "level" -> session.isolate(step.substring("level ".length()));
			case "until" -> session.await(step.substring("until ".length()));
			case "impatient" -> Stream.of(IMPATIENT).forEach(session::attempt);
			case "patient" -> Stream.of(PATIENT).forEach(session::attempt);
			case "many" -> IntStream.range(0, 8).forEach((i) -> session.attempt("""
					insert into account select id + (select max(id) from account), balance from account"""));
			case "await" -> session.join();
			case "~await" -> this.conflict |= session.joinWithConflict();
			case "conflict" -> Refutation.unless(this.conflict, "No transaction failed by a conflict");
			default -> runStatement(session, step);
		}
	}

	private void runStatement(RehearsedSession session, String step) throws SQLException {
		String rest = step.substring(1);
		switch (step.charAt(0)) {
			case '?' -> Refutation.unless(session.isTrue(rest), rest);
			case '!' -> session.fail(rest);
			case '~' -> this.conflict |= session.executeWithConflict(rest);
			case '-' -> session.attempt(rest);
			case '&' -> session.begin(rest);
			default -> session.execute(step);
		}
	}

	private RehearsedSession session(String name) throws SQLException {
		RehearsedSession session = this.sessions.get(name);
		if (session == null) {
			Login login = login(name.charAt(0));
			session = new RehearsedSession(
					new DriverManagerDataSource(login.url(), login.username(), login.password()).getConnection(),
					this.classifier);
			this.sessions.put(name, session);
		}
		return session;
	}

	private Login login(char session) {
		Login owner = this.database.owner();
		boolean sqlite = owner.url().startsWith("jdbc:sqlite:");
		String file = sqlite ? owner.url().substring(0, owner.url().indexOf('?')) : owner.url();
		return switch (session) {
			case 'P' -> new Login(file, owner.username(), owner.password());
			case 'S' -> new Login(shared(file), owner.username(), owner.password());
			case 'R' -> this.database.admin();
			case 'G' -> new Login(owner.url(), "guest", "secret");
			default -> owner;
		};
	}

	private static String shared(String url) {
		return url.replaceFirst("^jdbc:sqlite:(.*)", "jdbc:sqlite:file:$1?cache=shared");
	}

	@Override
	public void close() throws SQLException, IOException {
		for (RehearsedSession session : this.sessions.values()) {
			session.close();
		}
		FileSystemUtils.deleteRecursively(this.file.getParent());
	}

	/**
	 * The server does not do what was to be shown.
	 */
	static final class Refutation extends SQLException {

		private static final long serialVersionUID = 1;

		Refutation(String step) {
			super(step);
		}

		static void unless(boolean holds, String step) throws Refutation {
			if (!holds) {
				throw new Refutation(step);
			}
		}

	}

}
