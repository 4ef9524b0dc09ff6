package dev.resilientdb.sample.drill;

import dev.resilientdb.sample.account.Ledger;

/**
 * The accounts of a drill, before and after.
 *
 * @param before the sum of the balances before the drill
 * @param after the sum of the balances after it
 * @param ledgerRows the number of transfers written down
 * @param deviatingAccounts the number of accounts whose balance the ledger does not
 * explain
 */
record Money(long before, long after, long ledgerRows, long deviatingAccounts) {

	static Money of(Ledger.Audit before, Ledger.Audit after) {
		return new Money(before.money(), after.money(), after.entries(), after.deviating());
	}

	boolean conservedBy(long transfers) {
		return this.before == this.after && this.ledgerRows == transfers && this.deviatingAccounts == 0;
	}

}
