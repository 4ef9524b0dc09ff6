package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.Set;

/**
 * Finds runs that are meant to be all or nothing on products that commit each change of
 * the schema by itself.
 */
final class GroupCheck implements SchemaCheck {

	private static final Set<String> COMMITTING = Set.of("MySQL", "MariaDB", "Oracle", "H2");

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		String product = state.server().product();
		if (state.configuration().isGroup() && COMMITTING.contains(product)) {
			found.add(AnomalyKind.DANGEROUS_SETTING, "spring.flyway.group",
					"It is true, and %s commits each change of the schema by itself: what was applied before a failure stays"
						.formatted(product),
					"Remove it.");
		}
	}

}
