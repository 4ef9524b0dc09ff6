package dev.resilientdb.lint;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The scripts of an application in the order in which Flyway runs them.
 *
 * @param files all of them
 */
record MigrationScripts(List<ScriptFile> files) {

	static final String CLASSPATH = "classpath:";

	private static final Comparator<ScriptFile> ORDER = Comparator
		.comparing(ScriptFile::order, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((file) -> file.script().name());

	static MigrationScripts read(List<String> locations, String product, Charset encoding) {
		if (locations.isEmpty()) {
			throw new IllegalArgumentException("No place with scripts was given");
		}
		List<ScriptFile> files = new ArrayList<>();
		for (String location : locations) {
			List<ScriptFile> found = ScriptPlace.read(location, product, encoding);
			if (found.isEmpty()) {
				throw new IllegalArgumentException(
						"There are no migration scripts (V…__….sql, R__….sql) in " + location);
			}
			files.addAll(found);
		}
		files.sort(ORDER);
		refuseSameVersion(files);
		return new MigrationScripts(List.copyOf(files));
	}

	/**
	 * Where a script lies, for messages.
	 */
	String path(String name) {
		return this.files.stream()
			.filter((file) -> file.script().name().equals(name))
			.map(ScriptFile::path)
			.findFirst()
			.orElse(name);
	}

	/**
	 * What production has: scripts up to a version, and what only runs on an empty
	 * schema.
	 */
	List<Script> applied(@Nullable String since) {
		return this.files.stream()
			.filter((file) -> !file.isUndo() && isApplied(file, since))
			.map(ScriptFile::script)
			.toList();
	}

	List<Script> pending(@Nullable String since) {
		return this.files.stream()
			.filter((file) -> !file.isUndo() && !isApplied(file, since))
			.map(ScriptFile::script)
			.toList();
	}

	private static boolean isApplied(ScriptFile file, @Nullable String since) {
		ScriptVersion version = file.order();
		return file.isBaseline()
				|| (since != null && version != null && version.compareTo(ScriptVersion.parse(since)) <= 0);
	}

	private static void refuseSameVersion(List<ScriptFile> files) {
		Map<String, ScriptFile> known = new HashMap<>();
		for (ScriptFile file : files) {
			ScriptFile other = (file.order() != null)
					? known.put(file.script().name().charAt(0) + Objects.toString(file.order()), file) : null;
			if (other != null && !other.path().equals(file.path())) {
				throw new IllegalArgumentException(
						other.path() + " and " + file.path() + " have the same version, which Flyway refuses");
			}
		}
	}

}
