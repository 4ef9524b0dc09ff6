package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;

import dev.resilientdb.lint.Finding;

/**
 * Tells what the scripts that are about to run would do to a live system.
 */
@FunctionalInterface
interface PendingScripts {

	List<Finding> lint(SchemaState state, Connection connection);

}
