package dev.resilientdb.sample.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;
import dev.resilientdb.sample.RefusedException;

/**
 * Counts what is there. A recount locks the warehouse first and its products second: the
 * opposite of {@link Orders}.
 */
@Service
class Stock {

	private final ProductRepository products;

	private final WarehouseRepository warehouses;

	Stock(ProductRepository products, WarehouseRepository warehouses) {
		this.products = products;
		this.warehouses = warehouses;
	}

	@Transactional
	@DeadlockRetry
	public long recount(long id) {
		Warehouse warehouse = this.warehouses.lock(id).orElseThrow(() -> RefusedException.unknown("warehouse", id));
		warehouse.count(this.products.lockAll(id).stream().mapToLong(Product::stock).sum());
		return warehouse.units();
	}

	@Transactional
	@DeadlockRetry
	public Product correct(String sku, long counted) {
		Product product = this.products.lock(sku).orElseThrow(() -> RefusedException.unknown("product", sku));
		Warehouse warehouse = this.warehouses.lock(product.warehouseId()).orElseThrow();
		warehouse.take(product.stock() - counted);
		product.count(counted);
		return product;
	}

}
