package dev.resilientdb.sample.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How to reach a server through a network of our own.
 */
record NetworkedServer(JdbcConnectionDetails direct, Network network) implements JdbcConnectionDetails {

	@Override
	public String getJdbcUrl() {
		return this.direct.getJdbcUrl()
			.replaceFirst("//127\\.0\\.0\\.1:\\d+/", "//127.0.0.1:" + this.network.port() + "/");
	}

	@Override
	public @Nullable String getUsername() {
		return this.direct.getUsername();
	}

	@Override
	public @Nullable String getPassword() {
		return this.direct.getPassword();
	}

}
