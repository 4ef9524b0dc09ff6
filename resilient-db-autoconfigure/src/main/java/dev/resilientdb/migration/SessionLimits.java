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

	// What undoes settings, too
	private static final Pattern UNDOING = Pattern.compile("^\\s*(rollback|abort)\\b(?!.*\\b(to|prepared)\\b)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern COMMENTS = Pattern.compile("--.*|(?s:/\\*.*?\\*/)");

	private final RunProgress progress;

	private final SessionDialect dialect;

	private final List<SessionSetting> wanted;

	private final boolean group;

	private final List<SessionSetting> before = new ArrayList<>();

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
		this.progress.setRepeatable(earlier && script && !connection.getAutoCommit());
		tighten(connection);
		this.progress.begins(context.getMigrationInfo().getScript());
	}

	private void tighten(Connection connection) throws SQLException {
		this.before.clear();
		for (SessionSetting setting : this.wanted) {
			this.before.add(setting.tighten(connection));
		}
	}

	private void end(Connection connection) throws SQLException {
		this.progress.ends();
		restore(connection);
	}

	private void restore(Connection connection) throws SQLException {
		for (SessionSetting setting : this.before) {
			setting.apply(connection);
		}
		this.before.clear();
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

	// What looks like a comment may stand in a text, and a script for which Flyway leaves
	// the transaction does so after its beginning was told
	private void beforeStatement(String sql, Connection connection) throws SQLException {
		if (connection.getAutoCommit() || LASTING.matcher(sql).find() || LASTING.matcher(withoutComments(sql)).find()) {
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
		String text = withoutComments(sql);
		if (this.dialect.isPatient(text) || UNDOING.matcher(text).find()) {
			for (SessionSetting setting : this.wanted) {
				setting.tighten(connection);
			}
		}
	}

}
