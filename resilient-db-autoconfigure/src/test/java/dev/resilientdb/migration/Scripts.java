package dev.resilientdb.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Migrations in a directory of the test's own.
 */
final class Scripts {

	private final Path directory;

	Scripts(Path directory) {
		this.directory = directory;
	}

	Scripts with(String name, String sql) {
		try {
			Files.writeString(this.directory.resolve(name), sql);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	Scripts without(String name) {
		try {
			Files.delete(this.directory.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/**
	 * The property by which Flyway finds them.
	 */
	String location() {
		return "spring.flyway.locations=" + directory();
	}

	String directory() {
		return "filesystem:" + this.directory;
	}

}
