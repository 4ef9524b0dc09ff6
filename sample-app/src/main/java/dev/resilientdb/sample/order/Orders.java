package dev.resilientdb.sample.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;
import dev.resilientdb.sample.RefusedException;

/**
 * Takes orders. Locks the product first and its warehouse second: the opposite of
 * {@link Stock}.
 */
@Service
class Orders {

	private final PurchaseOrderRepository orders;

	private final ProductRepository products;

	private final WarehouseRepository warehouses;

	Orders(PurchaseOrderRepository orders, ProductRepository products, WarehouseRepository warehouses) {
		this.orders = orders;
		this.products = products;
		this.warehouses = warehouses;
	}

	@Transactional
	@DeadlockRetry
	public PurchaseOrder place(long customer, String sku, long quantity) {
		Product product = this.products.lock(sku).orElseThrow(() -> RefusedException.unknown("product", sku));
		product.take(quantity);
		Warehouse warehouse = this.warehouses.lock(product.warehouseId()).orElseThrow();
		warehouse.take(quantity);
		return this.orders.save(new PurchaseOrder(customer, sku, quantity));
	}

}
