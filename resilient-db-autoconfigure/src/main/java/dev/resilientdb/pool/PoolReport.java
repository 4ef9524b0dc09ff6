package dev.resilientdb.pool;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one data source's pool.
 *
 * @param dataSource bean name of the data source
 * @param verdict what is the matter
 * @param since since when that is so
 * @param time when the pool was last looked at
 * @param evidence what the verdict rests on, in sentences
 * @param figures the pool's connections, null when there is no pool to look into
 * @param probe what the database last answered outside the pool
 */
public record PoolReport(String dataSource, PoolVerdict verdict, Instant since, Instant time, List<String> evidence,
		@Nullable PoolFigures figures, ProbeAnswer probe) {

	public PoolReport {
		evidence = List.copyOf(evidence);
	}

}
