package dev.resilientdb.sample.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * Somebody who buys, known by a unique e-mail address.
 */
@Entity
class Customer {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String name;

	private String email;

	@SuppressWarnings("NullAway.Init")
	protected Customer() {
	}

	Customer(String name, String email) {
		this.name = name;
		this.email = email;
	}

	long id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	String email() {
		return this.email;
	}

}
