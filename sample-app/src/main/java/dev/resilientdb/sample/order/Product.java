package dev.resilientdb.sample.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.resilientdb.sample.RefusedException;

/**
 * Something to sell, kept in one warehouse.
 */
@Entity
class Product {

	@Id
	private String sku;

	private String name;

	private long warehouseId;

	private long stock;

	@SuppressWarnings("NullAway.Init")
	protected Product() {
	}

	String sku() {
		return this.sku;
	}

	String name() {
		return this.name;
	}

	long warehouseId() {
		return this.warehouseId;
	}

	long stock() {
		return this.stock;
	}

	void take(long quantity) {
		if (this.stock < quantity) {
			throw RefusedException.impossible("There are only %d of %s.".formatted(this.stock, this.sku));
		}
		this.stock -= quantity;
	}

	void count(long stock) {
		this.stock = stock;
	}

}
