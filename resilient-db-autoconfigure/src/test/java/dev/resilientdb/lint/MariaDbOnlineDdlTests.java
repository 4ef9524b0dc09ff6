package dev.resilientdb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the table says about MariaDB is what MariaDB 11.4 says itself: it accepts the way
 * that the table names, and refuses the next better one with error 1845 or 1846.
 */
class MariaDbOnlineDdlTests {

	private static final String CHANGES = """
			ADD COLUMN n INT
			ADD COLUMN n INT NOT NULL DEFAULT 5
			ADD COLUMN n INT FIRST
			ADD COLUMN n DATETIME DEFAULT CURRENT_TIMESTAMP
			ADD COLUMN n INT DEFAULT (1 + 2)
			ADD COLUMN n CHAR(36) DEFAULT (uuid())
			ADD COLUMN n INT AUTO_INCREMENT UNIQUE
			ADD COLUMN n INT AS (amount + 1) STORED
			ADD COLUMN n INT AS (amount + 1) VIRTUAL
			ADD COLUMN n BIGINT REFERENCES customers (id)
			DROP COLUMN remark
			RENAME COLUMN remark TO remarks
			CHANGE code label VARCHAR(50)
			MODIFY amount BIGINT
			MODIFY amount SMALLINT
			MODIFY amount INT UNSIGNED
			MODIFY amount INT(11) COMMENT 'x'
			MODIFY code VARCHAR(60)
			MODIFY code VARCHAR(64)
			MODIFY code VARCHAR(20)
			MODIFY code TEXT
			MODIFY code VARCHAR(50) CHARACTER SET latin1
			MODIFY title VARCHAR(500)
			MODIFY price DECIMAL(12,2)
			MODIFY placed DATETIME(6)
			MODIFY remark LONGTEXT
			MODIFY code VARCHAR(50) NOT NULL
			MODIFY note VARCHAR(50) DEFAULT ''
			MODIFY code VARCHAR(50) FIRST
			ALTER COLUMN code SET DEFAULT 'a'
			ALTER COLUMN note DROP DEFAULT
			MODIFY state ENUM('new','paid','sent','back') NOT NULL DEFAULT 'new'
			MODIFY state ENUM('new','open','paid','sent') NOT NULL DEFAULT 'new'
			MODIFY state ENUM('new','paid') NOT NULL DEFAULT 'new'
			MODIFY marks SET('gift','express','fragile')
			ADD INDEX orders_amount (amount)
			ADD UNIQUE INDEX orders_amount (amount)
			ADD CONSTRAINT orders_amount UNIQUE (amount)
			ADD FULLTEXT INDEX orders_code (code)
			DROP INDEX orders_placed
			RENAME INDEX orders_placed TO orders_when
			DROP PRIMARY KEY
			DROP PRIMARY KEY, ADD PRIMARY KEY (id, shop)
			ADD CONSTRAINT orders_customer2 FOREIGN KEY (customer_id) REFERENCES customers (id)
			ADD CONSTRAINT orders_positive CHECK (amount > 0)
			DROP FOREIGN KEY orders_parent
			DROP CONSTRAINT orders_old
			CONVERT TO CHARACTER SET latin1
			CHARACTER SET latin1
			ENGINE=InnoDB
			ROW_FORMAT=COMPRESSED
			FORCE
			COMMENT='x'
			AUTO_INCREMENT=1000
			RENAME TO orders2
			ADD SYSTEM VERSIONING""";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

	private String version;

	@BeforeEach
	void createTables() throws Exception {
		this.version = this.jdbc.queryForObject("select version()", String.class);
		this.jdbc.execute("drop table if exists orders");
		this.jdbc.execute("drop table if exists orders2");
		this.jdbc.execute("drop table if exists customers");
		StatementSplitter.split(schema(), SqlSyntax.MYSQL)
			.forEach((statement) -> this.jdbc.execute(SqlWriting.of(statement.tokens())));
		this.jdbc.execute("insert into orders (id, shop, amount, code) values (1, 1, 1, 'a')");
	}

	static List<String> changes() {
		return CHANGES.lines().toList();
	}

	@ParameterizedTest
	@MethodSource("changes")
	void serverAcceptsTheWayThatTheTableNames(String change) {
		this.jdbc.execute("ALTER TABLE orders " + change + ", " + cost(change).clause());
	}

	@ParameterizedTest
	@MethodSource("costlyChanges")
	void serverRefusesABetterWay(String change) {
		String better = switch (cost(change)) {
			case INSTANT -> throw new AssertionError("There is none");
			case IN_PLACE -> "ALGORITHM=INSTANT";
			case REBUILD -> "ALGORITHM=NOCOPY";
			case SHARED -> "ALGORITHM=INPLACE, LOCK=NONE";
			case ONLINE_COPY -> "ALGORITHM=INPLACE";
			case COPY -> "ALGORITHM=COPY, LOCK=NONE";
		};
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> this.jdbc.execute("ALTER TABLE orders " + change + ", " + better))
			.havingRootCause()
			.isInstanceOfSatisfying(SQLException.class, (ex) -> assertThat(ex.getErrorCode()).isIn(1845, 1846));
	}

	static List<String> costlyChanges() {
		return changes().stream().filter((change) -> cost(change, "11.4.5-MariaDB") != OnlineDdl.INSTANT).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MODIFY amount BIGINT, ALGORITHM=INSTANT",
			"ADD FULLTEXT INDEX orders_code (code), ALGORITHM=INPLACE, LOCK=NONE",
			"ADD INDEX a (amount), ALGORITHM=INSTANT", "FORCE, ALGORITHM=NOCOPY" })
	void refusesWhatIsCalledRefused(String change) {
		LintReport report = lint("ALTER TABLE orders " + change + ";");
		assertThat(report.atLeast(LintSeverity.ERROR)).extracting(Finding::rule).containsExactly("algorithm-refused");
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.jdbc.execute("ALTER TABLE orders " + change));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers (id)" })
	void uncheckedForeignKeyIsAddedInPlace(String change) {
		String script = "SET SESSION foreign_key_checks = 0;\nALTER TABLE orders " + change
				+ ", ALGORITHM=INPLACE, LOCK=NONE;\nSET SESSION foreign_key_checks = 1;";
		assertThat(lint(script).atLeast(LintSeverity.WARNING)).isEmpty();
		JdbcTemplate session = new JdbcTemplate(
				new SingleConnectionDataSource(database.url(), database.username(), database.password(), true));
		StatementSplitter.split(script, SqlSyntax.MYSQL)
			.forEach((statement) -> session.execute(SqlWriting.of(statement.tokens())));
	}

	private OnlineDdl cost(String change) {
		return cost(change, this.version);
	}

	// The most that any part of it takes
	private static OnlineDdl cost(String change, String version) {
		KnownSchema schema = new KnownSchema(LintTarget.of("MariaDB").withVersion(version));
		ScriptText.read(Script.of("V1__schema.sql", schema()), SqlSyntax.MYSQL).changes().forEach(schema::apply);
		schema.forgetOrigins();
		ScriptText script = ScriptText.read(Script.of("V2__change.sql", "ALTER TABLE orders " + change),
				SqlSyntax.MYSQL);
		Examination examination = new Examination(script, 0, schema);
		MySqlAlter alter = MySqlAlter.of(examination);
		return alter.actions()
			.stream()
			.map((action) -> MySqlWork.of(action, alter, examination))
			.map((work) -> (work.operation() != MySqlOperation.UNKNOWN) ? work.cost() : OnlineDdl.COPY)
			.max(OnlineDdl::compareTo)
			.orElseThrow();
	}

	private LintReport lint(String script) {
		return new ScriptLint().lint(List.of(Script.of("V1__schema.sql", schema())),
				List.of(Script.of("V2__change.sql", script)), LintTarget.of("MariaDB").withVersion(this.version));
	}

	private static String schema() {
		try {
			return Files.readString(Path.of("src/test/resources/lint/mysql/live-schema.sql"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
