package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits how long each migration waits for locks and runs, but not how long Flyway waits
 * for its own lock, and tells how far the run is. For the thread of the run.
 */
final class SessionLimits implements Callback {

	private static final Logger logger = LoggerFactory.getLogger(SessionLimits.class);

	// What a rollback does not undo, or what ends the transaction that it would undo
	private static final Pattern LASTING = Pattern
		.compile("\\b(commit|rollback|abort|prepare\\s+transaction|start\\s+transaction|dblink\\w*|program)\\b"
				+ "|^\\s*(begin|end)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern COMMENTS = Pattern.compile("--.*|(?s:/\\*.*?\\*/)");

	private final RunProgress progress;

	private final SessionDialect dialect;

	private final List<SessionSetting> wanted;

	private final boolean group;

	private final List<SessionSetting> before = new ArrayList<>();

	private Scope scope = Scope.SESSION;

	private boolean begun;

	SessionLimits(MigrationRun run, List<SessionSetting> wanted) {
		this.progress = run.progress();
		this.dialect = run.server().sessions();
		this.wanted = List.copyOf(wanted);
		this.group = run.configuration().isGroup();
	}

	@Override
	public String getCallbackName() {
		return "resilient-db-session-limits";
	}

	@Override
	public boolean supports(Event event, Context context) {
		return switch (event) {
			case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR, BEFORE_EACH_MIGRATE_STATEMENT,
					AFTER_EACH_MIGRATE_STATEMENT ->
				true;
			default -> false;
		};
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		Connection connection = context.getConnection();
		try {
			switch (event) {
				case BEFORE_EACH_MIGRATE -> begin(context, connection);
				case AFTER_EACH_MIGRATE -> end(connection);
				case AFTER_EACH_MIGRATE_ERROR -> fail(connection);
				case BEFORE_EACH_MIGRATE_STATEMENT -> beforeStatement(text(context), connection);
				case AFTER_EACH_MIGRATE_STATEMENT -> afterStatement(text(context), connection);
				default -> throw new IllegalArgumentException(event.getId());
			}
		}
		catch (SQLException ex) {
			throw new FlywayException("The session of the migration cannot be limited", ex);
		}
	}

	private static String text(Context context) {
		return (context.getStatement() != null) ? context.getStatement().getSql() : "";
	}

	private static String withoutComments(String sql) {
		return COMMENTS.matcher(sql).replaceAll("");
	}

	// A migration that is no script may have effects elsewhere
	private void begin(Context context, Connection connection) throws SQLException {
		boolean script = "SQL".equals(context.getMigrationInfo().getType().name());
		boolean earlier = !this.group || !this.begun || this.progress.isRepeatable();
		this.begun = true;
		boolean transactional = !connection.getAutoCommit();
		this.progress.setRepeatable(earlier && script && transactional);
		this.scope = (transactional && !this.group) ? Scope.TRANSACTION : Scope.SESSION;
		this.before.addAll(tighten(connection));
		this.progress.begins(context.getMigrationInfo().getScript());
	}

	private List<SessionSetting> tighten(Connection connection) throws SQLException {
		List<SessionSetting> former = new ArrayList<>();
		for (SessionSetting setting : this.wanted) {
			former.add((this.scope == Scope.TRANSACTION) ? setting.tightenLocally(connection)
					: setting.tighten(connection));
		}
		return former;
	}

	private void end(Connection connection) throws SQLException {
		this.progress.ends();
		restore(connection);
	}

	private void restore(Connection connection) throws SQLException {
		List<SessionSetting> former = List.copyOf(this.before);
		this.before.clear();
		for (SessionSetting setting : former) {
			if (this.scope == Scope.SESSION || !setting.endsWithTransaction()) {
				setting.apply(connection);
			}
		}
	}

	// A rollback undoes it where the transaction accepts no statement any more
	private void fail(Connection connection) {
		try {
			restore(connection);
		}
		catch (SQLException ex) {
			logger.debug("Limits of the session are left to the rollback", ex);
		}
	}

	private void beforeStatement(String sql, Connection connection) throws SQLException {
		if (isLasting(sql)) {
			this.progress.setRepeatable(false);
		}
		if (this.dialect.isPatient(withoutComments(sql))) {
			for (SessionSetting setting : this.before) {
				if (setting.kind() == SessionSetting.Kind.LOCK) {
					setting.apply(connection);
				}
			}
		}
	}

	private void afterStatement(String sql, Connection connection) throws SQLException {
		boolean over = this.scope == Scope.TRANSACTION && isLasting(sql);
		if (over || this.dialect.isPatient(withoutComments(sql))) {
			List<SessionSetting> unused = tighten(connection);
		}
	}

	// What looks like a comment may stand in a text
	private static boolean isLasting(String sql) {
		return LASTING.matcher(sql).find() || LASTING.matcher(withoutComments(sql)).find();
	}

	private enum Scope {

		SESSION, TRANSACTION

	}

}
