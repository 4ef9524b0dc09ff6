package dev.resilientdb.lint;

import java.util.Set;

/**
 * Engines without transactions, and character sets that cannot hold every character.
 */
final class MySqlEngineRule implements LintRule {

	private static final Set<String> TRANSACTIONAL = Set.of("innodb", "rocksdb", "myrocks", "xtradb", "ndb",
			"ndbcluster", "tokudb", "columnstore", "sequence");

	private static final Set<String> NARROW = Set.of("utf8", "utf8mb3", "latin1", "ascii", "ucs2", "latin2", "cp1252",
			"cp1250");

	@Override
	public String id() {
		return "engine-or-charset";
	}

	@Override
	public void examine(Examination statement) {
		boolean isNew = statement.change() instanceof Change.CreateTable;
		boolean isAltered = statement.change() instanceof Change.AlterTable;
		if (!isNew && !isAltered) {
			return;
		}
		TokenCursor cursor = statement.statement().cursor();
		while (!cursor.atEnd()) {
			if (cursor.take("engine")) {
				engine(cursor, statement);
			}
			else if (cursor.take("charset") || cursor.take("character", "set")) {
				charset(cursor, isNew ? LintSeverity.INFO : LintSeverity.WARNING, statement);
			}
			else {
				cursor.skipItem();
			}
		}
	}

	private static void engine(TokenCursor cursor, Examination statement) {
		cursor.takeSign("=");
		SqlToken engine = cursor.peek();
		if (engine.isName() && !TRANSACTIONAL.contains(SqlName.folded(engine.raw())) && !isReplaced(engine)) {
			statement.report(Risk.ofScript(LintSeverity.WARNING,
					"Engine %s has no transactions: what fails half-way stays half done".formatted(engine.raw()),
					"  ENGINE=InnoDB")
				.at(engine.line()));
		}
	}

	private static void charset(TokenCursor cursor, LintSeverity severity, Examination statement) {
		cursor.takeSign("=");
		SqlToken charset = cursor.peek();
		if (NARROW.contains(SqlName.folded(charset.raw())) || NARROW.contains(charset.text())) {
			statement.report(Risk
				.ofScript(severity,
						"Character set %s cannot hold every character: others are refused or lost"
							.formatted(charset.text()),
						"  CHARACTER SET utf8mb4")
				.at(charset.line()));
		}
	}

	private static boolean isReplaced(SqlToken token) {
		return token.text().startsWith("${");
	}

}
