package dev.resilientdb.lint;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the schema while scripts run one after the other. For one thread.
 */
final class KnownSchema {

	private final LintTarget target;

	private final Set<String> created = new HashSet<>();

	KnownSchema(LintTarget target) {
		this.target = target;
	}

	LintTarget target() {
		return this.target;
	}

	void apply(Change change) {
	}

	void forgetOrigins() {
		this.created.clear();
	}

	/**
	 * Whether this run created the object.
	 */
	boolean isNew(@Nullable SqlName name) {
		return name != null && this.created.contains(name.key());
	}

	/**
	 * Estimated rows of a table, null when unknown.
	 */
	@Nullable Long rows(SqlName table) {
		return this.target.catalog().rows(table.key());
	}

}
