package dev.resilientdb.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A script and where it lies.
 *
 * @param script its name and text
 * @param path relative to where the lint runs, with slashes
 */
record ScriptFile(Script script, String path) {

	private static final Pattern VERSIONED = Pattern.compile("[VBU](\\d+(?:[._]\\d+)*)(?:__.*)?\\.sql");

	/**
	 * Whether a name is one that Flyway takes for a migration.
	 */
	static boolean isMigration(String name) {
		return VERSIONED.matcher(name).matches() || (name.startsWith("R__") && name.endsWith(".sql"));
	}

	/**
	 * Its version, null when it is repeatable.
	 */
	@Nullable ScriptVersion order() {
		String version = versionOf(this.script.name());
		return (version != null) ? ScriptVersion.parse(version) : null;
	}

	static @Nullable String versionOf(String name) {
		Matcher matcher = VERSIONED.matcher(name);
		return matcher.matches() ? matcher.group(1).replace('_', '.') : null;
	}

	boolean isUndo() {
		return this.script.name().startsWith("U");
	}

	boolean isBaseline() {
		return this.script.name().startsWith("B");
	}

}
