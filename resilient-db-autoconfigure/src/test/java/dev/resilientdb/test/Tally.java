package dev.resilientdb.test;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the log how many tests ran on which database, or why none did. The summary of
 * {@code .ci/run} reads these lines.
 */
final class Tally {

	private static final Log logger = LogFactory.getLog(Tally.class);

	private final String place;

	private int tests;

	/**
	 * @param place what runs the database: a process, a container
	 */
	Tally(String place) {
		this.place = place;
	}

	void count() {
		this.tests++;
	}

	void tellTests(Login login) {
		ConnectionCallback<String> version = (connection) -> connection.getMetaData().getDatabaseProductName() + " "
				+ connection.getMetaData().getDatabaseProductVersion();
		logger.info("Exercised %s (%s): %d tests".formatted(this.place,
				new JdbcTemplate(login.dataSource()).execute(version), this.tests));
	}

	void tellObstacle(String obstacle) {
		logger.info("Not exercised %s: %s".formatted(this.place, obstacle));
	}

}
