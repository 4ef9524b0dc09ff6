package dev.resilientdb.proof;

import java.util.List;

class PlainManagerMariaDbLedgerProofTests extends MariaDbLedgerProofTests {

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Pooled.class, Connections.PlainManager.class);
	}

	@Override
	int orders() {
		return 400;
	}

}
