package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

/**
 * Reads scripts before they run and says what they would lock or break. Needs no
 * database; what is known of it comes with the target. Immutable.
 */
public final class ScriptLint {

	private final LintSettings settings;

	public ScriptLint() {
		this(LintSettings.DEFAULTS);
	}

	public ScriptLint(LintSettings settings) {
		this.settings = settings;
	}

	/**
	 * Examines scripts that run one after the other in this order.
	 */
	public LintReport lint(List<Script> pending, LintTarget target) {
		return lint(List.of(), pending, target);
	}

	/**
	 * Examines scripts that run after others have been applied: those are read for what
	 * they tell about tables, and nothing is said about them.
	 */
	public LintReport lint(List<Script> applied, List<Script> pending, LintTarget target) {
		LintRun run = new LintRun(this.settings, target);
		applied.forEach(run::remember);
		run.begin();
		pending.forEach(run::examine);
		return run.report(pending.size());
	}

	/**
	 * The ids of all rules, whatever the product.
	 */
	public static Set<String> rules() {
		return RuleBook.ids();
	}

	/**
	 * The ids of all rules for a product.
	 */
	public static List<String> rules(String product) {
		return RuleBook.of(product).stream().map(LintRule::id).distinct().toList();
	}

}
