package dev.resilientdb.migration;

import java.util.Map;

import dev.resilientdb.test.TestDatabase;

class SqliteLedgerTests extends LedgerContract {

	SqliteLedgerTests() {
		super(TestDatabase.sqlite());
	}

	@Override
	LedgerSyntax syntax() {
		return LedgerSyntax.STANDARD.withText("text");
	}

	@Override
	Map<String, String> waiting() {
		return Map.of("busy_timeout", "10000");
	}

}
