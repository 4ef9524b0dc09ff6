package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionDefinition;

import dev.resilientdb.capability.Rehearsal.Refutation;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;

/**
 * One session of a {@link Rehearsal}. Transactions begin and end by statements.
 */
final class RehearsedSession implements AutoCloseable {

	private static final Set<FailureKind> CONFLICTS = EnumSet.of(FailureKind.SERIALIZATION_FAILURE,
			FailureKind.DEADLOCK, FailureKind.LOCK_TIMEOUT);

	private static final int TIMEOUT_SECONDS = 20;

	private final Connection connection;

	private final FailureClassifier classifier;

	private final boolean embedded;

	private CompletableFuture<@Nullable SQLException> background = CompletableFuture.completedFuture(null);

	RehearsedSession(Connection connection, FailureClassifier classifier) throws SQLException {
		this.connection = connection;
		this.classifier = classifier;
		this.embedded = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = statement()) {
			statement.execute(sql);
		}
	}

	// On SQLite a query timeout would be one of locks
	private Statement statement() throws SQLException {
		Statement statement = this.connection.createStatement();
		if (!this.embedded) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
		}
		return statement;
	}

	boolean isTrue(String sql) throws SQLException {
		try (Statement statement = statement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() && rows.getBoolean(1);
		}
	}

	void attempt(String sql) {
		caught(sql);
	}

	private @Nullable SQLException caught(String sql) {
		try {
			execute(sql);
			return null;
		}
		catch (SQLException ex) {
			return ex;
		}
	}

	/**
	 * A statement that must fail, after the kind of failure if that matters.
	 */
	void fail(String expectation) throws SQLException {
		String[] words = expectation.split(" ", 2);
		boolean named = words[0].equals(words[0].toUpperCase(Locale.ROOT)) && words[0].length() > 1;
		SQLException failure = caught(named ? words[1] : expectation);
		Refutation.unless(failure != null, "Passes: " + expectation);
		if (named && kind(failure) != FailureKind.valueOf(words[0])) {
			throw failure;
		}
	}

	boolean executeWithConflict(String sql) throws SQLException {
		return isConflict(caught(sql));
	}

	private boolean isConflict(@Nullable SQLException failure) throws SQLException {
		if (failure != null && !CONFLICTS.contains(kind(failure))) {
			throw failure;
		}
		return failure != null;
	}

	private @Nullable FailureKind kind(SQLException ex) {
		DatabaseFailure failure = this.classifier.classify(ex);
		return (failure != null) ? failure.kind() : null;
	}

	void isolate(String level) throws SQLException {
		this.connection.setTransactionIsolation(switch (level) {
			case "READ_UNCOMMITTED" -> TransactionDefinition.ISOLATION_READ_UNCOMMITTED;
			case "READ_COMMITTED" -> TransactionDefinition.ISOLATION_READ_COMMITTED;
			case "REPEATABLE_READ" -> TransactionDefinition.ISOLATION_REPEATABLE_READ;
			case "SERIALIZABLE" -> TransactionDefinition.ISOLATION_SERIALIZABLE;
			default -> throw new IllegalArgumentException(level);
		});
	}

	void await(String query) throws SQLException {
		isTrue(query);
		try {
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isTrue(query));
		}
		catch (ConditionTimeoutException ex) {
			throw new Refutation("Never true: " + query);
		}
	}

	void begin(String sql) {
		this.background = CompletableFuture.supplyAsync(() -> caught(sql));
	}

	void join() throws SQLException {
		SQLException failure = joined();
		if (failure != null) {
			throw failure;
		}
	}

	boolean joinWithConflict() throws SQLException {
		return isConflict(joined());
	}

	private @Nullable SQLException joined() throws SQLException {
		try {
			return this.background.get(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new SQLException(ex);
		}
	}

	@Override
	public void close() throws SQLException {
		if (!this.background.isDone()) {
			this.connection.abort(Runnable::run);
		}
		this.connection.close();
	}

}
