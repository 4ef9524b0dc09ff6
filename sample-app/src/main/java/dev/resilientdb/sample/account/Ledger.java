package dev.resilientdb.sample.account;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of one owner as a whole: opened, audited and erased together.
 */
@Component
public class Ledger {

	private final AccountRepository accounts;

	private final LedgerRepository entries;

	Ledger(AccountRepository accounts, LedgerRepository entries) {
		this.accounts = accounts;
		this.entries = entries;
	}

	@Transactional
	public List<Long> open(String owner, int count, long opening) {
		return IntStream.range(0, count).mapToObj((i) -> this.accounts.save(new Account(owner, opening)).id()).toList();
	}

	/**
	 * Compares the balances with the transfers that were written down.
	 * @param owner the owner of the accounts
	 * @param opening the balance each account was opened with
	 * @return what was found
	 */
	@Transactional(readOnly = true)
	public Audit audit(String owner, long opening) {
		return new Audit(this.accounts.money(owner), this.entries.entries(owner),
				this.accounts.deviating(owner, opening));
	}

	@Transactional
	public void erase(String owner) {
		this.entries.erase(owner);
		this.accounts.erase(owner);
	}

	/**
	 * State of all accounts of an owner.
	 *
	 * @param money the sum of the balances
	 * @param entries the number of transfers in the ledger
	 * @param deviating the number of accounts whose balance the ledger does not explain
	 */
	public record Audit(long money, long entries, long deviating) {
	}

}
