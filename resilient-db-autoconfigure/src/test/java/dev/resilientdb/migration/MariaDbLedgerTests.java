package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbLedgerTests extends LedgerContract {

	MariaDbLedgerTests() {
		super(TestDatabase.mariaDb());
	}

	@Override
	LedgerSyntax syntax() {
		return LedgerSyntax.STANDARD.withText("longtext");
	}

}
