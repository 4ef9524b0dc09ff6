package dev.resilientdb.sample.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * A transfer that took place.
 */
@Entity
class LedgerEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String transferId;

	private long fromAccount;

	private long toAccount;

	private long amount;

	@SuppressWarnings("NullAway.Init")
	protected LedgerEntry() {
	}

	LedgerEntry(Transfer transfer) {
		this.transferId = transfer.id();
		this.fromAccount = transfer.from();
		this.toAccount = transfer.to();
		this.amount = transfer.amount();
	}

	Transfer transfer() {
		return new Transfer(this.transferId, this.fromAccount, this.toAccount, this.amount);
	}

}
