package dev.resilientdb.pool;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that is known around one pool.
 *
 * @param dataSource bean name of the data source
 * @param figures its connections now, null when there is no pool to look into
 * @param nested who asked for a second connection while holding one
 * @param setup what it is set to, null when it is no HikariCP pool
 * @param server what its server told
 * @param pressure how hard it was used
 * @param facts what the application uses it with
 * @param loadBalancerTimeout after which somebody in between cuts idle connections, null
 * when nobody does
 */
record PoolSituation(String dataSource, @Nullable PoolFigures figures, List<NestedAcquisition> nested,
		@Nullable PoolSetup setup, ServerReport server, Pressure pressure, ApplicationFacts facts,
		@Nullable Duration loadBalancerTimeout) {

	/**
	 * How many connections the pool may have, null when that is not known.
	 */
	@Nullable Integer size() {
		if (this.setup != null) {
			return this.setup.maximumPoolSize();
		}
		return (this.figures != null) ? this.figures.max() : null;
	}

	/**
	 * The property or setting to change, in words.
	 */
	String setting(String name) {
		boolean boots = this.facts.hasBootsPool() && "dataSource".equals(this.dataSource);
		return boots ? "spring.datasource.hikari." + name : name + ofDataSource();
	}

	String pool() {
		return "The pool" + ofDataSource();
	}

	String thePool() {
		return "the pool" + ofDataSource();
	}

	private String ofDataSource() {
		return " of data source '" + this.dataSource + "'";
	}

	static String text(Duration duration) {
		return (duration.toMillisPart() != 0) ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
	}

}
