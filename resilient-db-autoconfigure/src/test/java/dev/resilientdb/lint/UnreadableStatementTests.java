package dev.resilientdb.lint;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot be read is told with its line, never passed.
 */
class UnreadableStatementTests {

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1;\nSELECT 'open; DROP TABLE orders;", "SELECT 1;\nSELECT $a$ open $b$;",
			"SELECT 1;\nSELECT \"open;", "SELECT 1;\n/* open; DROP TABLE orders;",
			"SELECT 1;\nINSERT INTO t VALUES (1;\nDROP TABLE x;", "SELECT 1;\nFROBNICATE TABLE orders;",
			"SELECT 1;\nALTER TABLE orders FROBNICATE;", "SELECT 1;\nALTER TABLE orders ADD UNIQUE;",
			"SELECT 1;\nALTER TABLE orders ADD FOREIGN KEY;", "SELECT 1;\nALTER TABLE orders ADD PRIMARY KEY USING;",
			"SELECT 1;\nALTER TABLE 'orders' ADD x int;" })
	void unparsableStatementIsAWarningAtItsLine(String script) {
		assertThat(findings(script)).singleElement()
			.matches((finding) -> finding.rule().equals("unparsable-statement"))
			.matches((finding) -> finding.severity() == LintSeverity.WARNING)
			.matches((finding) -> finding.line() == 2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DO $$ BEGIN PERFORM 1; END $$;                        | INFO
			DO $$ BEGIN EXECUTE 'DROP TABLE orders'; END $$;      | WARNING
			DO LANGUAGE plpgsql $x$ BEGIN DELETE FROM a; END $x$; | WARNING
			CALL rebuild_everything();                            | INFO
			SELECT drop_old_partitions('orders');                 | INFO
			EXECUTE prepared;                                     | INFO
			${statement};                                         | INFO
			\\i other.sql                                         | INFO
			""")
	void hiddenStatementIsNotExamined(String script, LintSeverity severity) {
		assertThat(findings(script)).singleElement()
			.matches((finding) -> finding.rule().equals("not-examined"))
			.matches((finding) -> finding.severity() == severity);
	}

	@Test
	void limitBoundsAnUpdate() {
		assertThat(new ScriptLint()
			.lint(List.of(Script.of("V2__change.sql", "DELETE FROM orders LIMIT 500;")), LintTarget.of("MariaDB"))
			.findings()).isEmpty();
	}

	@Test
	void contentOfAnOpenQuoteIsNotRepeated() {
		assertThat(findings("SELECT 'secret").toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ALTER TABLE ${schema}.orders DROP COLUMN remark",
			"ALTER TABLE ${prefix}orders DROP remark", "ALTER TABLE \"${schema}\".orders DROP remark",
			"ALTER TABLE IF EXISTS ONLY orders_${suffix} DROP remark" })
	void placeholdersAreNames(String script) {
		assertThat(findings(script)).extracting(Finding::rule).containsExactly("drop-or-rename");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT setval('s', 1);", "SELECT count(*) FROM t;",
			"COMMENT ON TABLE t IS 'DROP TABLE t';", "GRANT SELECT ON t TO r;", "ALTER SYSTEM SET work_mem = '1MB';",
			"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO r;", "CREATE CAST (a AS b) WITHOUT FUNCTION;",
			"ALTER TABLE t OWNER TO r;", "ALTER TABLE t ENABLE ROW LEVEL SECURITY;",
			"ALTER TABLE t ALTER c SET STATISTICS 500, ALTER d SET DEFAULT 'x', ALTER d DROP DEFAULT;", "-- nothing\n",
			"", "ALTER TABLE t RENAME CONSTRAINT a TO b;", "ALTER INDEX a RENAME TO b;",
			"ALTER TABLE t DROP CONSTRAINT x;", "ALTER TABLE t SET (autovacuum_enabled = false);",
			"DROP FUNCTION f(int, text);", "ALTER TABLE t ATTACH PARTITION p DEFAULT;",
			"INSERT INTO t SELECT 'x;y', E'\\';';",
			"CREATE TEMPORARY TABLE x (a int); CREATE INDEX ON x (a); DROP TABLE x;" })
	void harmlessStatementsPass(String script) {
		LintReport report = new ScriptLint()
			.lint(List.of(Script.of("V2__change.sql", script).with(TransactionUse.NEVER)), LintTarget.of("PostgreSQL"));
		assertThat(report.findings()).isEmpty();
	}

	private static List<Finding> findings(String script) {
		return new ScriptLint().lint(List.of(Script.of("V2__change.sql", script)), LintTarget.of("PostgreSQL"))
			.findings();
	}

}
