package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far the schema is ahead of the application.
 */
final class NewerSchemaCheck implements SchemaCheck {

	private final int maxAhead;

	NewerSchemaCheck(int maxAhead) {
		this.maxAhead = maxAhead;
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		List<TypeChange> changes = TypeChange.in(state.migrations());
		List<MigrationInfo> ahead = state.in(MigrationState.FUTURE_SUCCESS)
			.stream()
			.filter((migration) -> changes.stream().noneMatch((change) -> change.concerns(migration)))
			.toList();
		if (!ahead.isEmpty() && !HistoryStateCheck.isWithoutScripts(state)) {
			report(state, ahead, found);
		}
	}

	private void report(SchemaState state, List<MigrationInfo> ahead, Anomalies found) {
		boolean far = ahead.size() > this.maxAhead;
		boolean forbidden = !state.isIgnoredByPattern(MigrationState.FUTURE_SUCCESS);
		MigrationInfo last = ahead.get(ahead.size() - 1);
		found.add(AnomalyKind.NEWER_SCHEMA, (far || forbidden) ? AnomalyPolicy.FAIL : AnomalyPolicy.WARN,
				last.getScript(),
				"The schema has %s that this application does not know, up to version %s; %s".formatted(
						Counted.of(ahead.size(), "migration"), last.getVersion(),
						forbidden ? "spring.flyway.ignore-migration-patterns allows none"
								: ((this.maxAhead == 1) ? "allowed is 1" : "allowed are " + this.maxAhead)),
				advice(far, forbidden ? state.withPattern("*:future") : null));
	}

	private static String advice(boolean far, @Nullable String patterns) {
		String replace = "Start the version of the application that belongs to the schema; if it is this one, put the"
				+ " missing scripts back.";
		if (patterns != null) {
			return replace + " If this one may run on it, allow that with spring.flyway.ignore-migration-patterns="
					+ patterns + ".";
		}
		return far ? replace + " If this one may run on it, raise resilient-db.migration.max-ahead." : replace;
	}

}
