package dev.resilientdb.failure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of the table {@code ticket}.
 */
@Entity
@Table(name = "ticket")
class Ticket {

	@Id
	private int id;

	private String code;

	protected Ticket() {
	}

	Ticket(int id, String code) {
		this.id = id;
		this.code = code;
	}

	int id() {
		return this.id;
	}

	String code() {
		return this.code;
	}

}
