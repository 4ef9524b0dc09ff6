package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;

/**
 * Reads what Spring Boot knows of other pools. None of them tells how many threads wait.
 */
final class MetadataPoolReader implements PoolReader {

	private final DataSourcePoolMetadata pool;

	MetadataPoolReader(DataSourcePoolMetadata pool) {
		this.pool = pool;
	}

	@Override
	public @Nullable PoolFigures read() {
		Integer active = this.pool.getActive();
		Integer max = this.pool.getMax();
		if (active == null || max == null) {
			return null;
		}
		Integer idle = this.pool.getIdle();
		int free = (idle != null) ? idle : 0;
		return new PoolFigures(active, free, active + free, null, max);
	}

}
