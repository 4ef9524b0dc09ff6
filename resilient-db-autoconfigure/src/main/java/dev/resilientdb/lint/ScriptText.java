package dev.resilientdb.lint;

import java.util.List;

/**
 * A script and what it says.
 *
 * @param script the script
 * @param statements its statements
 * @param changes what each of them changes
 */
record ScriptText(Script script, List<SqlStatement> statements, List<Change> changes) {

	static ScriptText read(Script script, SqlSyntax syntax) {
		List<SqlStatement> statements = StatementSplitter.split(script.text(), syntax);
		return new ScriptText(script, statements, statements.stream().map(Change::of).toList());
	}

}
