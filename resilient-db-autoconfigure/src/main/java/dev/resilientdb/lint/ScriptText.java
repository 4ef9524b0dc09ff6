package dev.resilientdb.lint;

import java.util.List;

/**
 * A script and its statements.
 */
record ScriptText(Script script, List<SqlStatement> statements) {

	static ScriptText read(Script script, SqlSyntax syntax) {
		return new ScriptText(script, StatementSplitter.split(script.text(), syntax));
	}

}
