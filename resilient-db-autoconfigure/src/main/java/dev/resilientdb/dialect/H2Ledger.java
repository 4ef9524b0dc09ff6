package dev.resilientdb.dialect;

import dev.resilientdb.migration.LedgerSyntax;

/**
 * What the guard's own tables need to know about H2.
 */
final class H2Ledger {

	static final LedgerSyntax SYNTAX = LedgerSyntax.STANDARD.withSchema(H2Schema.QUERY);

	private H2Ledger() {
	}

}
