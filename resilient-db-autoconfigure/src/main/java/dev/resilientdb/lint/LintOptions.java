package dev.resilientdb.lint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the program was told on its command line.
 *
 * @param locations directories and places on the class path
 * @param allow findings that are accepted
 * @param values the other options by name
 */
record LintOptions(List<String> locations, List<String> allow, Map<String, String> values) {

	static final String USAGE = """
			Tells which migration scripts would lock or break a live system.

			  MigrationLintMain --product <name> [options] <directory or classpath:place>...

			  --product <name>            PostgreSQL, MySQL, MariaDB, H2, SQLite, Oracle, Microsoft SQL Server
			  --server-version <version>  version of the production server, such as 16 or 8.4
			  --since <version>           examine only scripts behind this version
			  --fail-on <severity>        error, warning (default) or info: from where on the status is 1
			  --format <format>           text (default) or sarif
			  --output <file>             instead of standard output
			  --encoding <name>           of the scripts, UTF-8 unless given
			  --allow <script:rule why>   accept a finding, such as "V12:drop-or-rename nobody reads it"; may be repeated

			Status: 0 nothing found, 1 findings, 2 called wrongly or scripts not readable.""";

	private static final Set<String> NAMES = Set.of("--product", "--server-version", "--since", "--fail-on", "--format",
			"--output", "--encoding", "--allow");

	private static final Set<String> PRODUCTS = Set.of("postgres", "mysql", "mariadb", "h2", "sqlite", "oracle",
			"microsoft", "sqlserver", "cockroach", "yugabyte", "db2", "hsql", "derby");

	static LintOptions parse(List<String> args) {
		List<String> locations = new ArrayList<>();
		List<String> allow = new ArrayList<>();
		Map<String, String> values = new HashMap<>();
		for (Iterator<String> rest = args.iterator(); rest.hasNext();) {
			String arg = rest.next();
			int equals = arg.indexOf('=');
			String name = (equals > 0) ? arg.substring(0, equals) : arg;
			if (!arg.startsWith("-")) {
				locations.add(arg);
			}
			else if (arg.equals("--help")) {
				values.put(arg, "");
			}
			else {
				put(name, value(name, (equals > 0) ? arg.substring(equals + 1) : null, rest), allow, values);
			}
		}
		return new LintOptions(List.copyOf(locations), List.copyOf(allow), Map.copyOf(values));
	}

	boolean help() {
		return this.values.containsKey("--help");
	}

	MigrationLint lint() {
		MigrationLint lint = MigrationLint.of(product()).encoding(encoding()).allow(this.allow.toArray(String[]::new));
		String version = this.values.get("--server-version");
		lint = (version != null) ? lint.version(version) : lint;
		String since = this.values.get("--since");
		lint = (since != null) ? lint.since(since) : lint;
		for (String location : this.locations) {
			lint = lint.location(location);
		}
		return lint;
	}

	LintSeverity failOn() {
		String severity = this.values.getOrDefault("--fail-on", "warning");
		return choose("--fail-on", severity, LintSeverity.values());
	}

	LintFormat format() {
		return choose("--format", this.values.getOrDefault("--format", "text"), LintFormat.values());
	}

	@Nullable Path output() {
		String output = this.values.get("--output");
		return (output != null) ? Path.of(output) : null;
	}

	private String product() {
		String product = this.values.get("--product");
		if (product == null) {
			throw new IllegalArgumentException("--product is missing: the rules depend on it");
		}
		if (PRODUCTS.stream().noneMatch(product.toLowerCase(Locale.ROOT).replace(" ", "")::startsWith)) {
			throw new IllegalArgumentException("--product " + product + " is not known");
		}
		return product;
	}

	private Charset encoding() {
		String name = this.values.get("--encoding");
		try {
			return (name != null) ? Charset.forName(name) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("--encoding " + name + " is not known", ex);
		}
	}

	private static String value(String name, @Nullable String inline, Iterator<String> rest) {
		if (!NAMES.contains(name)) {
			throw new IllegalArgumentException("There is no option " + name);
		}
		if (inline == null && !rest.hasNext()) {
			throw new IllegalArgumentException(name + " needs a value");
		}
		return (inline != null) ? inline : rest.next();
	}

	private static void put(String name, String value, List<String> allow, Map<String, String> values) {
		if (name.equals("--allow")) {
			allow.add(value);
		}
		else if (values.put(name, value) != null) {
			throw new IllegalArgumentException(name + " was given twice");
		}
	}

	private static <E extends Enum<E>> E choose(String name, String value, E[] choices) {
		for (E choice : choices) {
			if (choice.name().equalsIgnoreCase(value)) {
				return choice;
			}
		}
		String names = String.join(", ", List.of(choices).stream().map(Enum::name).toList()).toLowerCase(Locale.ROOT);
		throw new IllegalArgumentException(name + " is one of " + names + ", not " + value);
	}

}
