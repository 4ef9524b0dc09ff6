package dev.resilientdb.lint;

import java.util.List;

/**
 * Which rules apply to which product.
 */
final class RuleBook {

	private static final List<LintRule> GENERAL = List.of();

	private RuleBook() {
	}

	static List<LintRule> of(String product) {
		return GENERAL;
	}

}
