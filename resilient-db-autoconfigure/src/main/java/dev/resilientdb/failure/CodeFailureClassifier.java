package dev.resilientdb.failure;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.FailureCode.Rank;

/**
 * Classifies by codes: the application's overrides, the product's own codes, then
 * SQLStates, and exception types only when no code says anything.
 */
final class CodeFailureClassifier implements FailureClassifier {

	private static final Logger logger = LoggerFactory.getLogger(CodeFailureClassifier.class);

	private static final String POOL_PACKAGE = "com.zaxxer.hikari.";

	private final Map<String, FailureKind> overrides;

	private final DriverDialects dialects;

	CodeFailureClassifier(Map<String, FailureKind> overrides, DriverDialects dialects) {
		this.overrides = overrides;
		this.dialects = dialects;
	}

	// Exceptions are foreign classes: what their methods throw must not replace them
	@Override
	public @Nullable DatabaseFailure classify(Throwable throwable) {
		try {
			return find(throwable);
		}
		catch (RuntimeException ex) {
			logger.warn("Exception of {} cannot be classified: {}", throwable.getClass().getName(),
					ex.getClass().getName());
			logger.debug("Exception cannot be classified", ex);
			return null;
		}
	}

	private @Nullable DatabaseFailure find(Throwable throwable) {
		ThrowableGraph graph = new ThrowableGraph(throwable);
		List<SQLException> exceptions = graph.sqlExceptions();
		FailureDialect dialect = this.dialects.find(exceptions);
		DatabaseFailure consequence = null;
		for (SQLException ex : exceptions) {
			FailureCode code = code(ex, dialect);
			if (code != null && code.rank() == Rank.CAUSE) {
				return failure(code, refine(code.kind(), graph), dialect, ex);
			}
			if (code != null && consequence == null) {
				consequence = failure(code, code.kind(), dialect, ex);
			}
		}
		return (consequence != null) ? consequence : withoutCode(graph, dialect);
	}

	/**
	 * Drivers give one code to a connection that broke and to one that never came about;
	 * the network's own exception tells them apart.
	 */
	private static FailureKind refine(FailureKind kind, ThrowableGraph graph) {
		boolean refused = kind == FailureKind.CONNECTION_LOST
				&& graph.throwables().stream().anyMatch(CodeFailureClassifier::isConnectFailure);
		return refused ? FailureKind.CONNECTION_REFUSED : kind;
	}

	private static boolean isConnectFailure(Throwable throwable) {
		return throwable instanceof ConnectException || throwable instanceof UnknownHostException
				|| throwable instanceof NoRouteToHostException;
	}

	private @Nullable FailureCode code(SQLException ex, @Nullable FailureDialect dialect) {
		FailureCode code = documented(ex, dialect);
		FailureKind override = override(ex);
		if (override == null) {
			return code;
		}
		return new FailureCode("override", override, (code != null) ? code.rollback() : Rollback.UNKNOWN);
	}

	private static @Nullable FailureCode documented(SQLException ex, @Nullable FailureDialect dialect) {
		FailureCode code = (dialect != null) ? dialect.lookup(ex) : null;
		if (code != null) {
			return code;
		}
		FailureKind kind = SqlStates.kind(ex.getSQLState());
		return (kind != null) ? new FailureCode("sqlstate", kind, SqlStates.rollback(ex.getSQLState())) : ofPool(ex);
	}

	private @Nullable FailureKind override(SQLException ex) {
		if (this.overrides.isEmpty()) {
			return null;
		}
		FailureKind kind = (ex.getSQLState() != null) ? this.overrides.get(ex.getSQLState()) : null;
		return (kind != null) ? kind : this.overrides.get(String.valueOf(ex.getErrorCode()));
	}

	/**
	 * HikariCP gives no codes: it reports its own exhaustion as a transient failure
	 * without a cause, and an evicted connection as closed.
	 */
	private static @Nullable FailureCode ofPool(SQLException ex) {
		StackTraceElement[] frames = ex.getStackTrace();
		if (ex.getSQLState() != null || frames.length == 0 || !isPool(frames)) {
			return null;
		}
		if (ex instanceof SQLTransientConnectionException) {
			return new FailureCode("pool", FailureKind.POOL_EXHAUSTED, Rollback.SESSION,
					(ex.getCause() != null) ? Rank.CONSEQUENCE : Rank.CAUSE);
		}
		return new FailureCode("closed", FailureKind.CONNECTION_LOST, Rollback.SESSION, Rank.CONSEQUENCE);
	}

	private static boolean isPool(StackTraceElement[] frames) {
		for (int i = 0; i < Math.min(3, frames.length); i++) {
			if (frames[i].getClassName().startsWith(POOL_PACKAGE)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable DatabaseFailure withoutCode(ThrowableGraph graph, @Nullable FailureDialect dialect) {
		for (Throwable throwable : graph.throwables()) {
			FailureKind kind = ExceptionTypes.kind(throwable);
			if (kind != null) {
				return failure(null, kind, dialect, throwable);
			}
		}
		List<SQLException> exceptions = graph.sqlExceptions();
		return exceptions.isEmpty() ? null : failure(null, FailureKind.UNKNOWN, dialect, exceptions.get(0));
	}

	private static DatabaseFailure failure(@Nullable FailureCode code, FailureKind kind,
			@Nullable FailureDialect dialect, Throwable cause) {
		String product = (dialect != null) ? dialect.product() : DatabaseFailure.UNKNOWN_PRODUCT;
		Rollback rollback = (code != null) ? code.rollback() : Rollback.UNKNOWN;
		if (cause instanceof SQLException ex) {
			return new DatabaseFailure(kind, product, ex.getSQLState(), ex.getErrorCode(), ex, rollback);
		}
		return new DatabaseFailure(kind, product, null, 0, cause, rollback);
	}

}
