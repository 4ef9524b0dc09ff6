package dev.resilientdb.proof;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * An account that notices when somebody else changed it.
 */
@Entity
class Account {

	@Id
	private int id;

	@SuppressWarnings("UnusedVariable") // Hibernate reads it
	private long balance;

	@Version
	private int version;

	protected Account() {
	}

	void add(int amount) {
		this.balance += amount;
	}

}
