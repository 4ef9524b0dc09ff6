package dev.resilientdb.sample.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A database inside this process, in one file.
 */
record FileDatabase(String url) implements JdbcConnectionDetails {

	// Closed by the pool: H2's own shutdown hook would be earlier
	static FileDatabase h2(DataDirectory directory) {
		return new FileDatabase("jdbc:h2:file:" + directory.path().resolve("h2") + ";DB_CLOSE_ON_EXIT=FALSE");
	}

	// WAL lets readers go on beside the one writer; who wants to write next waits
	static FileDatabase sqlite(DataDirectory directory) {
		return new FileDatabase("jdbc:sqlite:" + directory.path().resolve("sqlite.db")
				+ "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=2000&foreign_keys=true");
	}

	@Override
	public String getJdbcUrl() {
		return this.url;
	}

	@Override
	public String getUsername() {
		return "sa";
	}

	@Override
	public String getPassword() {
		return "";
	}

}
