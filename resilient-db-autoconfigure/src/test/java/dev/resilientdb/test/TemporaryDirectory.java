package dev.resilientdb.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * A directory for one database.
 */
record TemporaryDirectory(Path path) {

	static TemporaryDirectory create(String purpose) {
		try {
			return new TemporaryDirectory(Files.createTempDirectory("resilient-db-" + purpose + "-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Tries again when files vanish, because a server's own clean-up runs at the same
	 * time when the JVM exits.
	 */
	void delete() {
		for (int attempt = 0; attempt < 10 && Files.exists(this.path); attempt++) {
			FileSystemUtils.deleteRecursively(this.path.toFile());
		}
	}

}
