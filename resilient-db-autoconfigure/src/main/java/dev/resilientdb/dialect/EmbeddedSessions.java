package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.migration.SessionDialect;

/**
 * Sessions of databases that live in a file or in the memory of their sessions.
 *
 * @param hasTransactionalDdl whether DDL is rolled back with its transaction
 * @param inMemory what the URL of a database contains that ends with its last session
 */
record EmbeddedSessions(boolean hasTransactionalDdl, List<String> inMemory) implements SessionDialect {

	static final EmbeddedSessions H2 = new EmbeddedSessions(false, List.of(":mem:", "emFS:", "emLZF:"));

	static final EmbeddedSessions SQLITE = new EmbeddedSessions(true, List.of(":memory:", "mode=memory"));

	private static final String ANONYMOUS = "jdbc:sqlite:";

	EmbeddedSessions {
		inMemory = List.copyOf(inMemory);
	}

	@Override
	public boolean outlivesSessions(String url) {
		return !url.equals(ANONYMOUS) && this.inMemory.stream().noneMatch(url::contains);
	}

}
