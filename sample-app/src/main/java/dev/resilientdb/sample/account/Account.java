package dev.resilientdb.sample.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import dev.resilientdb.sample.RefusedException;

/**
 * Money of one owner.
 */
@Entity
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String owner;

	private long balance;

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	Account(String owner, long balance) {
		this.owner = owner;
		this.balance = balance;
	}

	long id() {
		return this.id;
	}

	String owner() {
		return this.owner;
	}

	long balance() {
		return this.balance;
	}

	void withdraw(long amount) {
		if (this.balance < amount) {
			throw RefusedException.impossible("Account %d does not hold %d.".formatted(this.id, amount));
		}
		this.balance -= amount;
	}

	void deposit(long amount) {
		this.balance = Math.addExact(this.balance, amount);
	}

}
