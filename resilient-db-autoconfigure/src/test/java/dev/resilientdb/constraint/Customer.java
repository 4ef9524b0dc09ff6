package dev.resilientdb.constraint;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of the table {@code customer}, with columns that are called differently.
 */
@Entity
@Table(name = "customer")
class Customer {

	@Id
	private int id;

	@Column(name = "email_address")
	private String email;

	@Column(name = "age")
	private Integer years;

	@Column(name = "name")
	private String fullName;

	@Embedded
	private Address address;

	protected Customer() {
	}

	Customer(int id, String email) {
		this.id = id;
		this.email = email;
	}

	int id() {
		return this.id;
	}

	String email() {
		return this.email;
	}

	Integer years() {
		return this.years;
	}

	String fullName() {
		return this.fullName;
	}

	Address address() {
		return this.address;
	}

}
