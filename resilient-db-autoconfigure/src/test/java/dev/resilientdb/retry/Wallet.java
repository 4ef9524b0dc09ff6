package dev.resilientdb.retry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

/**
 * An entity with a unique attribute that refuses a negative balance by itself.
 */
@Entity
class Wallet {

	@Id
	private int id;

	@Column(unique = true)
	private String owner;

	private int balance;

	protected Wallet() {
	}

	Wallet(int id, String owner, int balance) {
		this.id = id;
		this.owner = owner;
		this.balance = balance;
	}

	int balance() {
		return this.balance;
	}

	void add(int amount) {
		this.balance += amount;
	}

	@PrePersist
	@PreUpdate
	void check() {
		if (this.balance < 0) {
			throw new IllegalStateException("Balance of " + this.id + " is negative");
		}
	}

}
