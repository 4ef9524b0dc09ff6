package dev.resilientdb.proof;

import java.util.List;

import dev.resilientdb.proof.Deed.Trait;

class JpaMariaDbLedgerProofTests extends MariaDbLedgerProofTests {

	@Override
	List<Class<?>> configurations() {
		return List.of(Connections.Pooled.class, BankApplication.Jpa.class);
	}

	@Override
	List<Deed> deeds() {
		return Deed.without(Trait.SAVEPOINT);
	}

	@Override
	int orders() {
		return 400;
	}

}
