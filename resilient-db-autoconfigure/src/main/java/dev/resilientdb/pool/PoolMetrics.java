package dev.resilientdb.pool;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Publishes {@code resilientdb.pool.utilization}, {@code resilientdb.pool.leaks},
 * {@code resilientdb.pool.nested} and {@code resilientdb.pool.verdict}: 1 for the verdict
 * that holds, 0 for the others.
 */
final class PoolMetrics implements MeterBinder {

	private final Pools pools;

	private final DatabaseProducts products;

	private final @Nullable HeldConnections held;

	PoolMetrics(Pools pools, DatabaseProducts products, @Nullable HeldConnections held) {
		this.pools = pools;
		this.products = products;
		this.held = held;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String dataSource : this.products.dataSourceNames()) {
			Gauge.builder("resilientdb.pool.utilization", this.pools, of(dataSource, PoolMetrics::utilization))
				.description("Share of the connections that are in use.")
				.tag("datasource", dataSource)
				.register(registry);
			if (this.held != null) {
				count(registry, this.held, dataSource);
			}
			for (PoolVerdict verdict : PoolVerdict.values()) {
				Gauge
					.builder("resilientdb.pool.verdict", this.pools,
							of(dataSource, (report) -> (report.verdict() == verdict) ? 1 : 0))
					.description("1 for the verdict on the pool that holds, 0 for the others.")
					.tag("datasource", dataSource)
					.tag("verdict", verdict.name())
					.register(registry);
			}
		}
	}

	private static void count(MeterRegistry registry, HeldConnections held, String dataSource) {
		FunctionCounter.builder("resilientdb.pool.leaks", held, (leases) -> leases.leaks(dataSource))
			.description("Connections that were not given back by the method that took them.")
			.tag("datasource", dataSource)
			.register(registry);
		FunctionCounter.builder("resilientdb.pool.nested", held, (leases) -> leases.nested(dataSource))
			.description("Connections that threads asked for while they held one.")
			.tag("datasource", dataSource)
			.register(registry);
	}

	private static ToDoubleFunction<Pools> of(String dataSource, ToDoubleFunction<PoolReport> value) {
		return (pools) -> {
			PoolReport report = pools.report(dataSource);
			return (report != null) ? value.applyAsDouble(report) : Double.NaN;
		};
	}

	private static double utilization(PoolReport report) {
		PoolFigures figures = report.figures();
		return (figures != null) ? figures.utilization() : Double.NaN;
	}

}
