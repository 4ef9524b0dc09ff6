package dev.resilientdb.pool;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.pool.Resizes.Direction;

/**
 * Publishes {@code resilientdb.pool.resizes}.
 */
final class ResizeMetrics implements MeterBinder {

	private final Resizes resizes;

	private final DatabaseProducts products;

	ResizeMetrics(Resizes resizes, DatabaseProducts products) {
		this.resizes = resizes;
		this.products = products;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String dataSource : this.products.dataSourceNames()) {
			for (Direction direction : Direction.values()) {
				FunctionCounter
					.builder("resilientdb.pool.resizes", this.resizes, (resizes) -> resizes.get(dataSource, direction))
					.description("How often the pool grew or shrank by itself.")
					.tag("datasource", dataSource)
					.tag("direction", direction.tag())
					.register(registry);
			}
		}
	}

}
