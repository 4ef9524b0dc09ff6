package dev.resilientdb.proof;

import java.util.List;

class UnpooledPostgresLedgerProofTests extends PostgresLedgerProofTests {

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Unpooled.class);
	}

	@Override
	int orders() {
		return 400;
	}

}
