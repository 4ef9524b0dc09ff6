package dev.resilientdb.dialect;

import dev.resilientdb.migration.LedgerSyntax;
import dev.resilientdb.migration.LedgerSyntax.Ddl;
import dev.resilientdb.migration.LedgerSyntax.Writers;

/**
 * What the guard's own tables need to know about SQLite, where
 * <a href="https://www.sqlite.org/lockingv3.html">one connection writes at a time</a>.
 */
final class SqliteLedger {

	static final LedgerSyntax SYNTAX = LedgerSyntax.STANDARD.with(Ddl.TRANSACTIONAL, Writers.ONE)
		.withText("text")
		.withSchema(SqliteSchema.QUERY)
		.withReplacing(
				" on conflict (history, kind) do update set content = excluded.content, written = excluded.written");

	private SqliteLedger() {
	}

}
