package dev.resilientdb.constraint;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of constraint violations.
 *
 * @param catalog How the database's catalogue is asked.
 * @param unifyExceptions Whether violated constraints are the same exceptions through
 * JDBC and JPA and carry the violation.
 * @param raceHints Whether the last statements of a running Hibernate transaction are
 * remembered, to tell of a violated unique key that the transaction had looked for it.
 */
@ConfigurationProperties("resilient-db.constraint")
record ConstraintProperties(@DefaultValue Catalog catalog, @DefaultValue("false") boolean unifyExceptions,
		@DefaultValue("true") boolean raceHints) {

	/**
	 * Settings of the catalogue.
	 *
	 * @param enabled Whether the database's catalogue is asked for table and columns of a
	 * violated constraint, in the background on a connection outside the pool.
	 * @param maxWait Longest time that the first violation waits for the catalogue.
	 * @param maxRows Number of rows of the catalogue to read at most.
	 */
	record Catalog(@DefaultValue("true") boolean enabled, @DefaultValue("250ms") Duration maxWait,
			@DefaultValue("50000") int maxRows) {

		private static final Duration LONGEST = Duration.ofSeconds(10);

		Catalog {
			if (maxWait.isNegative() || maxWait.compareTo(LONGEST) > 0) {
				throw new IllegalArgumentException(
						"resilient-db.constraint.catalog.max-wait must be between 0 and 10s but is " + maxWait);
			}
			if (maxRows < 1) {
				throw new IllegalArgumentException(
						"resilient-db.constraint.catalog.max-rows must be at least 1 but is " + maxRows);
			}
		}

	}

}
