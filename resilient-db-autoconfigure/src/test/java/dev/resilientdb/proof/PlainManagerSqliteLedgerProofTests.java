package dev.resilientdb.proof;

import java.util.List;

class PlainManagerSqliteLedgerProofTests extends SqliteLedgerProofTests {

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Pooled.class, Connections.PlainManager.class);
	}

	@Override
	int orders() {
		return 400;
	}

}
