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

	void delete() {
		try {
			FileSystemUtils.deleteRecursively(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
