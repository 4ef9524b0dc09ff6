package dev.resilientdb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The histories of two applications.
 */
final class ScriptFiles {

	private ScriptFiles() {
	}

	/**
	 * The scripts of a directory in the order in which Flyway runs them.
	 */
	static List<Script> of(String directory) {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/lint", directory))) {
			return files.map(ScriptFiles::read).sorted(Comparator.comparing(ScriptFiles::order)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Script> all() {
		return Stream.of("shop", "tickets").map(ScriptFiles::of).flatMap(List::stream);
	}

	private static double order(Script script) {
		return (script.version() != null) ? Double.parseDouble(script.version()) : Double.MAX_VALUE;
	}

	private static Script read(Path file) {
		try {
			return Script.of(file.getFileName().toString(), Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
