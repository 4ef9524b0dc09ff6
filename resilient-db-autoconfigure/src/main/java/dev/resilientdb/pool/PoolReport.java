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
 * @param holders who holds connections, the longest first, 50 at most; none where that is
 * not known
 * @param nested who asked for a connection while holding one, the most frequent first
 */
public record PoolReport(String dataSource, PoolVerdict verdict, Instant since, Instant time, List<String> evidence,
		@Nullable PoolFigures figures, ProbeAnswer probe, List<Holder> holders, List<NestedAcquisition> nested) {

	public PoolReport {
		evidence = List.copyOf(evidence);
		holders = List.copyOf(holders);
		nested = List.copyOf(nested);
	}

}
