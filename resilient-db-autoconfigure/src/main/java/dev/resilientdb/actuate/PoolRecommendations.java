package dev.resilientdb.actuate;

import java.util.List;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.pool.Advice;
import dev.resilientdb.pool.PoolSizing;

/**
 * What is recommended for the size of pools.
 */
final class PoolRecommendations implements RecommendationSource {

	private final PoolSizing sizing;

	private final DatabaseProducts products;

	PoolRecommendations(PoolSizing sizing, DatabaseProducts products) {
		this.sizing = sizing;
		this.products = products;
	}

	@Override
	public List<Recommendation> recommendations() {
		return this.products.dataSourceNames()
			.stream()
			.flatMap((dataSource) -> this.sizing.advice(dataSource).stream())
			.map(PoolRecommendations::recommendation)
			.toList();
	}

	private static Recommendation recommendation(Advice advice) {
		return new Recommendation(advice.id(), advice.severity(), advice.title(), advice.evidence(), advice.action());
	}

}
