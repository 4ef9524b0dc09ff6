package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement under examination and all that a rule may ask about it.
 */
final class Examination {

	private final ScriptText script;

	private final int index;

	private final LintTarget target;

	private final KnownSchema schema;

	private final Change change;

	private final List<Risk> risks = new ArrayList<>();

	Examination(ScriptText script, int index, Change change, KnownSchema schema) {
		this.script = script;
		this.index = index;
		this.change = change;
		this.schema = schema;
		this.target = schema.target();
	}

	SqlStatement statement() {
		return this.script.statements().get(this.index);
	}

	/**
	 * What the statement changes.
	 */
	Change change() {
		return this.change;
	}

	Script script() {
		return this.script.script();
	}

	/**
	 * All statements of the script.
	 */
	List<SqlStatement> statements() {
		return this.script.statements();
	}

	/**
	 * Which of the script's statements it is, from 0.
	 */
	int index() {
		return this.index;
	}

	LintTarget target() {
		return this.target;
	}

	/**
	 * The schema before this statement.
	 */
	KnownSchema schema() {
		return this.schema;
	}

	void report(Risk risk) {
		this.risks.add(risk);
	}

	List<Risk> risks() {
		return this.risks;
	}

}
