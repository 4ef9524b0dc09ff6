package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.mysql.MySQLParser;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts are split where Flyway's own parser splits them.
 */
class FlywayParserTests {

	private final ClassicConfiguration configuration = new ClassicConfiguration();

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.ScriptFiles#all")
	void splitsHistoriesLikeFlyway(Script script) {
		assertThat(ours(script.text(), SqlSyntax.POSTGRES)).isEqualTo(flyways(script.text(), postgres()));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void splitsOperationsLikeFlyway(String script) {
		assertThat(ours(script, SqlSyntax.POSTGRES)).isEqualTo(flyways(script, postgres()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 'a;b', \"c;d\", E'e\\';f' FROM t; SELECT 2",
			"SELECT $$a;b$$, $x$ $$;$$ $x$; SELECT a$b$c; SELECT 3", "/* a; /* b; */ c; */ SELECT 1; -- d;\nSELECT 2;",
			"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END; SELECT 3;",
			"COPY t (a, b) FROM STDIN;\n1;\t'x\n2\ty\n\\.\nSELECT 1;",
			"SELECT a::text, b[1:2] FROM t;\r\nSELECT 2;\r\n",
			"CREATE TABLE event (begin date, \"end\" date); SELECT 1;", ";;SELECT 1;;",
			"INSERT INTO t VALUES ('it''s; fine', '--', '/*'); SELECT '\\'; SELECT 2",
			"CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); INSERT INTO v VALUES (2)); SELECT 1" })
	void splitsHostileTextLikeFlywayOnPostgres(String script) {
		assertThat(ours(script, SqlSyntax.POSTGRES)).isEqualTo(flyways(script, postgres()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 'a\\';b', \"c;d\", `e;f` FROM t; SELECT 2",
			"SELECT 1; # a; b\nSELECT 2; -- c; d\n",
			"DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END //\nDELIMITER ;\nSELECT 3;",
			"DELIMITER $$\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN IF NEW.a IS NULL THEN SET NEW.a = 1; END IF; END$$\nDELIMITER ;\nSELECT 1;",
			"CREATE PROCEDURE p() BEGIN DECLARE i INT; WHILE i < 3 DO SET i = i + 1; END WHILE; END; SELECT 3;",
			"INSERT INTO t VALUES ('a\\\\'); SELECT 2;" })
	void splitsHostileTextLikeFlywayOnMySql(String script) {
		assertThat(ours(script, SqlSyntax.MYSQL))
			.isEqualTo(flyways(script, new MySQLParser(this.configuration, new ParsingContext())));
	}

	static Stream<String> operations() {
		return Operation.all()
			.flatMap((operation) -> Stream.concat(Stream.of(operation.unsafe()), operation.safe().stream()));
	}

	private Parser postgres() {
		return new PostgreSQLParser(this.configuration, new ParsingContext());
	}

	private static List<String> ours(String script, SqlSyntax syntax) {
		return StatementSplitter.split(script, syntax).stream().map((statement) -> words(statement.tokens())).toList();
	}

	private static List<String> flyways(String script, Parser parser) {
		SqlSyntax syntax = (parser instanceof MySQLParser) ? SqlSyntax.MYSQL : SqlSyntax.POSTGRES;
		List<String> statements = new ArrayList<>();
		try (SqlStatementIterator iterator = new ParserSqlScript(parser, new StringResource(script), null, true)
			.getSqlStatements()) {
			iterator.forEachRemaining((statement) -> statements.add(words(tokens(statement.getSql(), syntax))));
		}
		return statements;
	}

	private static List<SqlToken> tokens(String statement, SqlSyntax syntax) {
		SqlTokenizer tokenizer = new SqlTokenizer(statement, syntax);
		return Stream.generate(tokenizer::next)
			.takeWhile(Objects::nonNull)
			.filter((token) -> token.kind() != SqlToken.Kind.COMMENT)
			.toList();
	}

	private static String words(List<SqlToken> tokens) {
		return tokens.stream().map(SqlToken::raw).collect(Collectors.joining(" "));
	}

}
