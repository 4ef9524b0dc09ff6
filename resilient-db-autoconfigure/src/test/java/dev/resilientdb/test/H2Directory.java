package dev.resilientdb.test;

import java.nio.file.Path;

/**
 * H2 files in a temporary directory, which several processes may open.
 */
final class H2Directory implements DatabaseSource {

	private final TemporaryDirectory directory = TemporaryDirectory.create("h2");

	@Override
	public Login create(String name) {
		return admin(name);
	}

	@Override
	public Login admin(String name) {
		Path file = this.directory.path().resolve(name);
		return new Login("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE", "sa", "secret");
	}

	@Override
	public void drop(String name) {
		this.directory.delete();
	}

	@Override
	public SessionStatements sessions() {
		return SessionStatements.H2;
	}

}
