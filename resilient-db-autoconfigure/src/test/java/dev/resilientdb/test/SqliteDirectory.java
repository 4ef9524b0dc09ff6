package dev.resilientdb.test;

import java.nio.file.Path;

/**
 * SQLite files in a temporary directory.
 */
final class SqliteDirectory implements DatabaseSource {

	private final TemporaryDirectory directory = TemporaryDirectory.create("sqlite");

	@Override
	public Login create(String name) {
		return admin(name);
	}

	@Override
	public Login admin(String name) {
		Path file = this.directory.path().resolve(name + ".db");
		return new Login("jdbc:sqlite:" + file + "?journal_mode=WAL&foreign_keys=true", "", "");
	}

	@Override
	public void drop(String name) {
		this.directory.delete();
	}

	@Override
	public SessionStatements sessions() {
		return SessionStatements.NONE;
	}

}
