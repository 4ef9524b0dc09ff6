package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A statement under examination and all that a rule may ask about it.
 */
final class Examination {

	private final ScriptText script;

	private final int index;

	private final LintTarget target;

	private final KnownSchema schema;

	private final List<Risk> risks = new ArrayList<>();

	Examination(ScriptText script, int index, KnownSchema schema) {
		this.script = script;
		this.index = index;
		this.schema = schema;
		this.target = schema.target();
	}

	SqlStatement statement() {
		return this.script.statements().get(this.index);
	}

	boolean startsWithAny(String... keywords) {
		return Arrays.stream(keywords).anyMatch(statement()::startsWith);
	}

	/**
	 * What the statement changes.
	 */
	Change change() {
		return this.script.changes().get(this.index);
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
	 * What the statements before this one change.
	 */
	List<Change> earlierChanges() {
		return this.script.changes().subList(0, this.index);
	}

	/**
	 * What the statements after this one change.
	 */
	List<Change> laterChanges() {
		return this.script.changes().subList(this.index + 1, this.script.changes().size());
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
