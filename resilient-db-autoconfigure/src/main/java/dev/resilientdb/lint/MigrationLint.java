package dev.resilientdb.lint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Lint of migration scripts in a build, without a database: for tests of any framework.
 * Immutable; each call that configures returns another one.
 */
public final class MigrationLint {

	private final LintTarget target;

	private final List<String> locations;

	private final @Nullable String since;

	private final List<String> allow;

	private final Charset encoding;

	private MigrationLint(LintTarget target, List<String> locations, @Nullable String since, List<String> allow,
			Charset encoding) {
		this.target = target;
		this.locations = List.copyOf(locations);
		this.since = since;
		this.allow = List.copyOf(allow);
		this.encoding = encoding;
	}

	/**
	 * Begins with the product that the scripts are going to run on, such as
	 * {@code PostgreSQL}, {@code MySQL} or {@code MariaDB}.
	 */
	public static MigrationLint of(String product) {
		return new MigrationLint(LintTarget.of(product), List.of(), null, List.of(), StandardCharsets.UTF_8);
	}

	/**
	 * The version of the production server, such as {@code 16} or {@code 8.4}.
	 */
	public MigrationLint version(String serverVersion) {
		return new MigrationLint(this.target.withVersion(serverVersion), this.locations, this.since, this.allow,
				this.encoding);
	}

	/**
	 * Adds a directory with scripts, those below it included.
	 */
	public MigrationLint directory(Path directory) {
		return location(directory.toString());
	}

	/**
	 * Adds a place on the class path such as {@code db/migration}.
	 */
	public MigrationLint classpath(String location) {
		return location(MigrationScripts.CLASSPATH + location);
	}

	/**
	 * Examines only scripts behind this version: what production has is read for what it
	 * tells about tables.
	 */
	public MigrationLint since(String version) {
		return new MigrationLint(this.target, this.locations, ScriptVersion.parse(version).toString(), this.allow,
				this.encoding);
	}

	/**
	 * Accepts findings, written as {@code V12:drop-or-rename reason}.
	 */
	public MigrationLint allow(String... findings) {
		List<String> all = new ArrayList<>(this.allow);
		all.addAll(List.of(findings));
		return new MigrationLint(this.target, this.locations, this.since, all, this.encoding);
	}

	/**
	 * Encoding of scripts that have no byte order mark and no {@code .conf} with another
	 * one; UTF-8 unless set.
	 */
	public MigrationLint encoding(Charset charset) {
		return new MigrationLint(this.target, this.locations, this.since, this.allow, charset);
	}

	/**
	 * Reads and examines the scripts.
	 * @throws IllegalArgumentException if a place does not exist or holds no scripts, or
	 * a script cannot be read
	 */
	public LintReport check() {
		return check(scripts());
	}

	/**
	 * Fails when something that nobody allowed matters more than that.
	 * @throws AssertionError with all such findings and what to do instead
	 */
	public void assertNothingAbove(LintSeverity highest) {
		List<Finding> findings = check().atLeast(LintSeverity.INFO)
			.stream()
			.filter((finding) -> finding.severity().compareTo(highest) > 0)
			.toList();
		if (!findings.isEmpty()) {
			throw new AssertionError(findings.stream()
				.map((finding) -> finding + "\n" + finding.alternative().indent(4))
				.collect(Collectors.joining("\n", "Scripts would harm a live " + this.target + ":\n", "")));
		}
	}

	MigrationScripts scripts() {
		return MigrationScripts.read(this.locations, this.target.product(), this.encoding);
	}

	LintReport check(MigrationScripts scripts) {
		ScriptLint lint = new ScriptLint(new LintSettings(LintSettings.DEFAULTS.smallTable(), this.allow));
		return lint.lint(scripts.applied(this.since), scripts.pending(this.since), this.target);
	}

	MigrationLint location(String location) {
		List<String> all = new ArrayList<>(this.locations);
		all.add(location);
		return new MigrationLint(this.target, all, this.since, this.allow, this.encoding);
	}

}
