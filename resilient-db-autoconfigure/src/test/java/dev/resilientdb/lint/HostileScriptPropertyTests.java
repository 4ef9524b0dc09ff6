package dev.resilientdb.lint;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever text comes, it is read to its end and nothing hides a statement.
 */
class HostileScriptPropertyTests {

	private static final String DROP = "DROP TABLE orders";

	@Property
	void everyTextIsReadToItsEnd(@ForAll("fragments") List<String> fragments, @ForAll SqlSyntax syntax) {
		String text = String.join("", fragments);
		SqlTokenizer tokenizer = new SqlTokenizer(text, syntax);
		int letters = 0;
		SqlToken token = tokenizer.next();
		while (token != null) {
			letters += token.raw().length();
			token = tokenizer.next();
		}
		assertThat(letters).isLessThanOrEqualTo(text.length());
	}

	@Property
	void everyTextIsLinted(@ForAll("fragments") List<String> fragments, @ForAll("products") String product) {
		LintReport report = new ScriptLint().lint(List.of(Script.of("V1__a.sql", String.join(" ", fragments))),
				LintTarget.of(product));
		assertThat(report.findings()).allSatisfy((finding) -> assertThat(finding.line()).isPositive());
	}

	@Property
	void quotedTextHidesNoStatementBehindIt(@ForAll String content) {
		String quoted = "'" + content.replace("'", "''") + "'";
		assertThat(drops("SELECT " + quoted + " FROM t; " + DROP)).isEqualTo(1);
	}

	@Property
	void dollarQuotedTextHidesNoStatementBehindIt(@ForAll("fragments") List<String> fragments) {
		String content = String.join("", fragments).replace("$q$", "");
		assertThat(drops("SELECT $q$" + content + " $q$ FROM t; " + DROP)).isEqualTo(1);
	}

	@Property
	void commentedStatementIsNone(@ForAll("fragments") List<String> fragments) {
		String comment = String.join("", fragments).replace("\n", " ").replace("resilient-db", "");
		assertThat(drops("-- " + comment + DROP + "\nSELECT 1 FROM t;")).isZero();
	}

	@Property
	void unfinishedTextIsTold(@ForAll("fragments") List<String> fragments) {
		String content = String.join("", fragments).replace("'", "");
		LintReport report = lint("SELECT '" + content + DROP);
		assertThat(report.findings()).extracting(Finding::rule).containsExactly("unparsable-statement");
	}

	@Provide
	Arbitrary<List<String>> fragments() {
		return Arbitraries
			.of("'", "''", "\"", "`", "$$", "$a$", "$q$", "${x}", "${", "$", ";", "--", "/*", "*/", "/*!", "#", "\\",
					"E'", "e'\\'", "(", ")", "[", "]", ",", ".", "\n", "\r\n", "\t", " ", "\u00a0", "DELIMITER //\n",
					"//", "BEGIN ", "END", "CASE ", "ATOMIC ", "CREATE ", "FUNCTION ", "ALTER TABLE ", "TABLE ",
					"DROP ", "ADD ", "COLUMN ", "CONSTRAINT ", "CHECK", "UNIQUE ", "NOT ", "NULL ", "DEFAULT ", "TYPE ",
					"USING ", "RENAME ", "TO ", "INDEX ", "ON ", "x", "x y", "\"z\"", "1", "1.5e", "::",
					"COPY t FROM STDIN;\n", "\\.\n", "SET ", "UPDATE ", "WITH ", "REFERENCES ", "FOREIGN KEY",
					"resilient-db:allow ", "resilient-db:contract since=", "\uD83D", "\uFEFF", "DO ", "VACUUM ",
					"REINDEX ", "ALTER TYPE t ADD VALUE ")
			.list()
			.ofMaxSize(40);
	}

	@Provide
	Arbitrary<String> products() {
		return Arbitraries.of("PostgreSQL", "MariaDB", "MySQL", "H2", "Oracle");
	}

	private static long drops(String text) {
		return lint(text).findings().stream().filter((finding) -> finding.rule().equals("drop-or-rename")).count();
	}

	private static LintReport lint(String text) {
		return new ScriptLint().lint(List.of(Script.of("V1__a.sql", text)), LintTarget.of("PostgreSQL"));
	}

}
