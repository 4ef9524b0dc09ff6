package dev.resilientdb.proof;

import java.util.List;

class UnpooledMariaDbLedgerProofTests extends MariaDbLedgerProofTests {

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Unpooled.class);
	}

	@Override
	int orders() {
		return 400;
	}

}
