package dev.resilientdb.sample.order;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * A customer's order of one product.
 */
@Entity
class PurchaseOrder {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private long customerId;

	private String sku;

	private long quantity;

	@SuppressWarnings("NullAway.Init")
	protected PurchaseOrder() {
	}

	PurchaseOrder(long customerId, String sku, long quantity) {
		this.customerId = customerId;
		this.sku = sku;
		this.quantity = quantity;
	}

	long id() {
		return this.id;
	}

	long customerId() {
		return this.customerId;
	}

	String sku() {
		return this.sku;
	}

	long quantity() {
		return this.quantity;
	}

}
