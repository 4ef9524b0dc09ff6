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
		return Map.of("busy_timeout", "10000", "synchronous", "OFF");
	}

	// Its writers do not queue: of ten on a busy disk, one may outwait the time limit
	@Override
	int writers() {
		return 3;
	}

}
