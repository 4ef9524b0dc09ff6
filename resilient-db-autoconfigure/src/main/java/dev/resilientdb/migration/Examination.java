package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * What a look at a schema has shown.
 *
 * @param report for everybody
 * @param state what checks saw, null when nobody looked because its setup is refused
 */
record Examination(MigrationReport report, @Nullable SchemaState state) {
}
