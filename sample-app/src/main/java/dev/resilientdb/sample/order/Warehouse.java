package dev.resilientdb.sample.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A place that knows how many units it holds in total.
 */
@Entity
class Warehouse {

	@Id
	private long id;

	private long units;

	protected Warehouse() {
	}

	long units() {
		return this.units;
	}

	void take(long quantity) {
		this.units -= quantity;
	}

	void count(long units) {
		this.units = units;
	}

}
