package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2LedgerTests extends LedgerContract {

	H2LedgerTests() {
		super(TestDatabase.h2());
	}

	@Override
	LedgerSyntax syntax() {
		return LedgerSyntax.STANDARD;
	}

}
