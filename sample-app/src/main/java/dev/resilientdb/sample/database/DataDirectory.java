package dev.resilientdb.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * Where the data lives: a directory that stays, or a temporary one that ends with the
 * application.
 */
sealed interface DataDirectory extends AutoCloseable {

	static DataDirectory of(DatabaseProperties properties) throws IOException {
		Path directory = properties.directory();
		return (directory != null) ? new Kept(Files.createDirectories(directory.toAbsolutePath().normalize()))
				: new Temporary(Files.createTempDirectory("resilient-db-sample-"));
	}

	/**
	 * Directory for unpacked server binaries, shared by all runs of the same user.
	 * @return the directory
	 */
	static Path binaries() {
		return Path.of(System.getProperty("java.io.tmpdir"), "resilient-db-sample-" + System.getProperty("user.name"));
	}

	Path path();

	@Override
	default void close() throws IOException {
	}

	record Kept(Path path) implements DataDirectory {
	}

	record Temporary(Path path) implements DataDirectory {

		@Override
		public void close() throws IOException {
			FileSystemUtils.deleteRecursively(this.path);
		}

	}

}
