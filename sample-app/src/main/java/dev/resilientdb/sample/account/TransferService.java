package dev.resilientdb.sample.account;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;
import dev.resilientdb.sample.RefusedException;

/**
 * Moves money. The rows are locked in the order given by the caller, so that two callers
 * in opposite directions deadlock.
 */
@Service
public class TransferService {

	private final AccountRepository accounts;

	private final LedgerRepository ledger;

	TransferService(AccountRepository accounts, LedgerRepository ledger) {
		this.accounts = accounts;
		this.ledger = ledger;
	}

	@Transactional
	@DeadlockRetry
	public void transfer(Transfer transfer) {
		move(transfer);
	}

	/**
	 * The same without another attempt, for comparison.
	 * @param transfer the transfer
	 */
	@Transactional
	public void transferOnce(Transfer transfer) {
		move(transfer);
	}

	private void move(Transfer transfer) {
		Account payer = locked(transfer.from());
		Account payee = locked(transfer.to());
		payer.withdraw(transfer.amount());
		payee.deposit(transfer.amount());
		this.ledger.save(new LedgerEntry(transfer));
	}

	private Account locked(long id) {
		return this.accounts.lock(id).orElseThrow(() -> RefusedException.unknown("account", id));
	}

}
