package dev.resilientdb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules for MySQL and MariaDB: what is unsafe in which version, and what is not.
 */
class MySqlRuleTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					MySQL 8.4    | ERROR   | change-column-type    | ALTER TABLE orders MODIFY amount BIGINT
					MySQL 9.1    | ERROR   | change-column-type    | ALTER TABLE orders CHANGE amount amount DECIMAL(12,2)
					MySQL 8.4    | ERROR   | change-column-type    | ALTER TABLE orders MODIFY code VARCHAR(255)
					MySQL 8.4    | ERROR   | change-column-type    | ALTER TABLE orders MODIFY COLUMN code VARCHAR(20)
					MySQL 8.4    | ERROR   | change-column-type    | ALTER TABLE `orders` CONVERT TO CHARACTER SET utf8mb4
					MySQL 8.4    | WARNING | change-column-type    | ALTER TABLE unknown_one MODIFY amount BIGINT
					MariaDB 11.4 | WARNING | change-column-type    | ALTER TABLE orders MODIFY amount BIGINT
					MariaDB 10.6 | ERROR   | change-column-type    | ALTER TABLE orders MODIFY amount BIGINT
					MySQL 8.4    | ERROR   | enum-reordered        | ALTER TABLE orders MODIFY state ENUM('paid','new','sent') NOT NULL
					MySQL 8.4    | ERROR   | enum-reordered        | ALTER TABLE orders MODIFY state ENUM('new','sent') NOT NULL
					MySQL 8.4    | WARNING | enum-reordered        | ALTER TABLE unknown_one MODIFY state ENUM('new','sent') NOT NULL
					MySQL 8.4    | WARNING | set-not-null-scans    | ALTER TABLE orders MODIFY code VARCHAR(50) NOT NULL
					MySQL 8.4    | ERROR   | foreign-key-validates | ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (shop) REFERENCES shops (id)
					MariaDB 11.4 | WARNING | foreign-key-validates | ALTER TABLE orders ADD FOREIGN KEY (shop) REFERENCES shops (id)
					MySQL 9.1    | ERROR   | foreign-key-validates | ALTER TABLE orders ADD COLUMN owner BIGINT REFERENCES customers (id)
					MySQL 8.4    | ERROR   | constraint-validates  | ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0)
					MySQL 8.4    | WARNING | unique-builds-index   | ALTER TABLE orders ADD UNIQUE KEY u (code)
					MySQL 8.4    | WARNING | unique-builds-index   | CREATE UNIQUE INDEX u ON orders (code, amount)
					MySQL 8.4    | WARNING | unique-builds-index   | ALTER TABLE orders ADD CONSTRAINT u UNIQUE (code)
					MySQL 8.4    | ERROR   | index-not-concurrent  | CREATE FULLTEXT INDEX f ON orders (remark)
					MySQL 8.4    | ERROR   | add-column-rewrites   | ALTER TABLE orders ADD COLUMN n BIGINT AUTO_INCREMENT UNIQUE
					MySQL 8.4    | ERROR   | add-column-rewrites   | ALTER TABLE orders ADD n INT GENERATED ALWAYS AS (amount * 2) STORED
					MySQL 8.4    | ERROR   | add-column-rewrites   | ALTER TABLE orders ADD COLUMN n CHAR(36) DEFAULT (uuid())
					MySQL 5.7.44 | WARNING | add-column-rewrites   | ALTER TABLE orders ADD COLUMN n INT
					MySQL 8.0.28 | WARNING | add-column-rewrites   | ALTER TABLE orders ADD COLUMN n INT AFTER id
					MariaDB 10.2 | WARNING | add-column-rewrites   | ALTER TABLE orders ADD COLUMN n INT
					MySQL 8.4    | ERROR   | add-column-not-null   | ALTER TABLE orders ADD COLUMN n INT NOT NULL
					MySQL 8.4    | ERROR   | add-column-not-null   | ALTER TABLE orders ADD (a INT, b INT NOT NULL)
					MySQL 8.4    | ERROR   | drop-or-rename        | ALTER TABLE orders DROP old_code
					MySQL 8.4    | ERROR   | drop-or-rename        | ALTER TABLE orders CHANGE code label VARCHAR(50)
					MySQL 8.4    | ERROR   | drop-or-rename        | ALTER TABLE orders RENAME COLUMN code TO label
					MySQL 8.4    | ERROR   | drop-or-rename        | RENAME TABLE orders TO purchases
					MySQL 8.4    | ERROR   | drop-or-rename        | DROP TABLE orders
					MySQL 8.4    | ERROR   | algorithm-copies      | ALTER TABLE orders DROP PRIMARY KEY
					MySQL 8.4    | ERROR   | algorithm-copies      | ALTER TABLE orders PARTITION BY HASH (id) PARTITIONS 4
					MySQL 8.4    | ERROR   | algorithm-copies      | ALTER TABLE orders ADD INDEX i (amount), ALGORITHM=COPY
					MySQL 8.4    | ERROR   | algorithm-copies      | ALTER TABLE orders ADD INDEX i (amount), LOCK=EXCLUSIVE
					MySQL 8.4    | ERROR   | algorithm-copies      | CREATE INDEX i ON orders (amount) ALGORITHM=INPLACE LOCK=SHARED
					MySQL 8.4    | WARNING | algorithm-copies      | OPTIMIZE TABLE orders
					MySQL 8.0.28 | WARNING | algorithm-copies      | ALTER TABLE orders DROP COLUMN old_code
					MySQL 8.4    | WARNING | algorithm-not-stated  | ALTER TABLE orders SECONDARY_LOAD
					MySQL 8.4    | INFO    | algorithm-not-stated  | ALTER TABLE orders ADD COLUMN n INT
					MySQL 8.4    | INFO    | algorithm-not-stated  | CREATE INDEX i ON orders (amount)
					MySQL 8.4    | ERROR   | algorithm-refused     | ALTER TABLE orders MODIFY amount BIGINT, ALGORITHM=INPLACE
					MySQL 8.0.28 | ERROR   | algorithm-refused     | ALTER TABLE orders DROP COLUMN old_code, ALGORITHM=INSTANT
					MySQL 8.4    | INFO    | lock-timeout-missing  | ALTER TABLE orders ADD COLUMN n INT, ALGORITHM=INSTANT
					MySQL 8.4    | WARNING | inline-references-ignored | CREATE TABLE t (id INT PRIMARY KEY, o BIGINT REFERENCES orders (id))
					MariaDB 10.4 | WARNING | inline-references-ignored | ALTER TABLE orders ADD COLUMN o BIGINT REFERENCES orders (id)
					MySQL 8.4    | WARNING | engine-or-charset     | CREATE TABLE t (id INT) ENGINE=MyISAM
					MySQL 8.4    | INFO    | engine-or-charset     | CREATE TABLE t (id INT) DEFAULT CHARSET=utf8
					MySQL 8.4    | WARNING | engine-or-charset     | ALTER TABLE orders CONVERT TO CHARACTER SET latin1
					MySQL 8.4    | WARNING | unbounded-update      | UPDATE orders SET amount = amount + shop
					MySQL 8.4    | WARNING | unbounded-update      | DELETE FROM orders
					MySQL 8.4    | WARNING | several-ddl-statements | ALTER TABLE orders ADD COLUMN a INT; ALTER TABLE orders ADD COLUMN b INT
					MySQL 8.4    | WARNING | several-ddl-statements | ALTER TABLE orders ADD COLUMN a INT; UPDATE orders SET a = 1 WHERE id = 1
					MySQL 8.4    | INFO    | several-ddl-statements | CREATE TABLE a (id INT); CREATE TABLE b (id INT)
					MySQL 8.4    | ERROR   | identifier-too-long   | CREATE TABLE a23456789_123456789_123456789_123456789_123456789_123456789_123456 (id INT)
					MySQL 8.4    | WARNING | unparsable-statement  | ALTER TABLE orders COMMENT 'it has no end
					""",
			ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '~')
	void unsafeChangeIsFound(String server, LintSeverity severity, String rule, String script) {
		assertThat(lint(server, script).findings()).filteredOn((finding) -> finding.rule().equals(rule))
			.isNotEmpty()
			.allSatisfy((finding) -> {
				assertThat(finding.severity()).isEqualTo(severity);
				assertThat(finding.alternative()).isNotBlank();
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN n INT, ALGORITHM=INSTANT
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN n INT AFTER id, ALGORITHM=INSTANT
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN n INT NOT NULL DEFAULT 0
					MySQL 8.0.28 | ALTER TABLE orders ADD COLUMN n INT
					MariaDB 10.6 | ALTER TABLE orders ADD COLUMN n INT AFTER id
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN n INT AS (amount + 1) VIRTUAL
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
					MySQL 8.4    | ALTER TABLE orders ADD COLUMN token CHAR(36) UNIQUE, ALGORITHM=INPLACE, LOCK=NONE
					MySQL 8.4    | ALTER TABLE orders MODIFY code VARCHAR(60)
					MySQL 8.4    | ALTER TABLE orders MODIFY title VARCHAR(255)
					MySQL 8.4    | ALTER TABLE orders MODIFY amount INT(11) COMMENT 'pieces'
					MySQL 8.4    | ALTER TABLE orders MODIFY state ENUM('new','paid','sent','back') NOT NULL DEFAULT 'new'
					MySQL 8.4    | ALTER TABLE orders ALTER COLUMN amount SET DEFAULT 1
					MySQL 8.4    | ALTER TABLE orders ADD INDEX i (amount), ALGORITHM=INPLACE, LOCK=NONE
					MySQL 8.4    | CREATE INDEX i ON orders (amount) ALGORITHM=INPLACE LOCK=NONE
					MySQL 8.4    | DROP INDEX orders_placed ON orders
					MySQL 8.4    | SET foreign_key_checks = 0; ALTER TABLE orders ADD FOREIGN KEY (shop) REFERENCES shops (id)
					MySQL 8.4    | ALTER TABLE orders DROP FOREIGN KEY orders_parent
					MySQL 8.4    | ALTER TABLE orders FORCE, ALGORITHM=INPLACE, LOCK=NONE
					MariaDB 11.4 | ALTER TABLE orders MODIFY amount BIGINT, ALGORITHM=COPY, LOCK=NONE
					MySQL 8.4    | CREATE TABLE t (id INT PRIMARY KEY, o BIGINT, FOREIGN KEY (o) REFERENCES orders (id)) ENGINE=InnoDB
					MySQL 9.0    | CREATE TABLE t (id INT PRIMARY KEY, o BIGINT REFERENCES orders (id))
					MariaDB 11.4 | CREATE TABLE t (id INT PRIMARY KEY, o BIGINT REFERENCES orders (id))
					MySQL 8.4    | UPDATE orders SET amount = 1 WHERE id = 7
					MySQL 8.4    | DELETE FROM orders WHERE amount = 0 LIMIT 1000
					MySQL 8.4    | INSERT INTO orders (id, shop) VALUES (1, 1)
					MySQL 8.4    | CREATE TABLE t (id INT); ALTER TABLE t ADD COLUMN n INT NOT NULL; ALTER TABLE t MODIFY n BIGINT; DROP TABLE t
					MySQL 8.4    | CREATE TABLE t (id INT); RENAME TABLE t TO u; ALTER TABLE u MODIFY id BIGINT
					""",
			ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '~')
	void safeChangePasses(String server, String script) {
		assertThat(lint(server, script).atLeast(LintSeverity.WARNING)).isEmpty();
	}

	@Test
	void smallTableLowersWhatTakesLong() {
		LintTarget target = target("MySQL 8.4").withCatalog(LintCatalog.ofRows(Map.of("orders", 500L)));
		assertThat(lint(target, "ALTER TABLE orders MODIFY amount BIGINT").worst()).isEqualTo(LintSeverity.INFO);
	}

	@Test
	void catalogueTellsThePresentType() {
		LintTarget target = LintTarget.of("MySQL")
			.withCatalog(new LintCatalog(Map.of("parcels", 1_000_000L),
					Map.of("parcels.state", "enum('new','sent')", "parcels.size", "int(10) unsigned"), Set.of()));
		LintReport report = new ScriptLint().lint(List.of(Script.of("V2__change.sql", """
				ALTER TABLE parcels MODIFY state ENUM('new','sent','back');
				""")), target);
		assertThat(report.atLeast(LintSeverity.WARNING)).isEmpty();
	}

	@Test
	void waitingForLocksIsAWarningWhenTheSessionIsKnownToWait() {
		LintTarget target = target("MySQL 8.4").withLockTimeout(LockTimeout.NOT_SET);
		assertThat(lint(target, "ALTER TABLE orders ADD COLUMN n INT, ALGORITHM=INSTANT").atLeast(LintSeverity.WARNING))
			.extracting(Finding::rule)
			.containsExactly("lock-timeout-missing");
	}

	@Test
	void scriptThatSetsALockTimeoutIsPatient() {
		LintTarget target = target("MySQL 8.4").withLockTimeout(LockTimeout.NOT_SET);
		assertThat(lint(target, "SET SESSION lock_wait_timeout = 5; ALTER TABLE orders ADD n INT, ALGORITHM=INSTANT")
			.findings()).isEmpty();
	}

	@Test
	void serverThatCallsItselfMySqlMayBeMariaDb() {
		LintTarget target = LintTarget.of("MySQL").withVersion("5.5.5-10.11.6-MariaDB");
		assertThat(lint(target, "ALTER TABLE orders DROP PRIMARY KEY").findings()).extracting(Finding::message)
			.anyMatch((message) -> message.contains("MariaDB 10.11"));
	}

	private static LintReport lint(String server, String script) {
		return lint(target(server), script);
	}

	private static LintReport lint(LintTarget target, String script) {
		return new ScriptLint().lint(List.of(Script.of("V1__schema.sql", schema())),
				List.of(Script.of("V2__change.sql", script)), target);
	}

	private static LintTarget target(String server) {
		return LintTarget.of(server.split(" ", -1)[0]).withVersion(server.split(" ", -1)[1]);
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
