package dev.resilientdb.circuit;

import java.time.Instant;

import org.springframework.dao.TransientDataAccessException;

import dev.resilientdb.failure.Refusal;

/**
 * The database is known not to be there, so that no connection was asked for. It has no
 * cause: no database reported this. Trying again before {@link #until()} is of no use.
 */
public class DatabaseUnavailableException extends TransientDataAccessException implements Refusal {

	private static final long serialVersionUID = 1L;

	private final String dataSource;

	private final Instant since;

	private final Instant until;

	DatabaseUnavailableException(String dataSource, Opening opening, Instant until) {
		super("Data source '%s' is unavailable since %s because of %s; the next try is made at %s".formatted(dataSource,
				opening.since(), opening.reason().name(), until));
		this.dataSource = dataSource;
		this.since = opening.since();
		this.until = until;
	}

	/**
	 * Bean name of the data source.
	 */
	public String dataSource() {
		return this.dataSource;
	}

	/**
	 * Since when callers are refused.
	 */
	public Instant since() {
		return this.since;
	}

	/**
	 * When the next try is made.
	 */
	public Instant until() {
		return this.until;
	}

}
