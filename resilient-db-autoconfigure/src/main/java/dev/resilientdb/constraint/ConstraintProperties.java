package dev.resilientdb.constraint;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of constraint violations.
 *
 * @param catalog How the database's catalogue is asked.
 * @param status HTTP status by the kind of the violated constraint. With 500 and above
 * the violation is a fault of the server, about which the user learns nothing.
 * @param unifyExceptions Whether violated constraints are the same exceptions through
 * JDBC and JPA and carry the violation.
 * @param raceHints Whether the last statements of a running Hibernate transaction are
 * remembered, to tell of a violated unique key that the transaction had looked for it.
 */
@ConfigurationProperties("resilient-db.constraint")
record ConstraintProperties(@DefaultValue Catalog catalog, @DefaultValue Map<AnsweredRule, Integer> status,
		@DefaultValue("false") boolean unifyExceptions, @DefaultValue("true") boolean raceHints) {

	ConstraintProperties {
		status = Map.copyOf(status);
		status.forEach(ConstraintProperties::refuseSuccess);
	}

	private static void refuseSuccess(AnsweredRule rule, int status) {
		if (status < 400 || status > 599) {
			throw new IllegalArgumentException(
					"resilient-db.constraint.status.%s must be a status between 400 and 599 but is %d"
						.formatted(rule.name().toLowerCase(Locale.ROOT).replace('_', '-'), status));
		}
	}

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
