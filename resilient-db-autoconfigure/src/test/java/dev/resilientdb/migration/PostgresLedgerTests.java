package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresLedgerTests extends LedgerContract {

	PostgresLedgerTests() {
		super(TestDatabase.postgres());
	}

	@Override
	LedgerSyntax syntax() {
		return LedgerSyntax.STANDARD.withText("text");
	}

}
