package dev.resilientdb.lint;

/**
 * One thing that a statement should not do.
 */
interface LintRule {

	/**
	 * Stable id by which findings are named and allowed.
	 */
	String id();

	/**
	 * Looks at one statement and reports what it risks.
	 */
	void examine(Examination statement);

}
