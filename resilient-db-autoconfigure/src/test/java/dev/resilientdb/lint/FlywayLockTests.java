package dev.resilientdb.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code concurrently-not-alone} says about Flyway, seen on Flyway.
 */
class FlywayLockTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@TempDir
	Path scripts;

	@Test
	void concurrentBuildWaitsForTheTransactionOfFlywaysLock() throws Exception {
		write("V1__t.sql", "CREATE TABLE waiting (a int);");
		write("V2__i.sql", "CREATE INDEX CONCURRENTLY waiting_idx ON waiting (a);");
		assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> flyway("waiting", "true").migrate())
			.withMessageContaining("lock timeout");
	}

	@Test
	void concurrentBuildEndsWithTheLockInTheSession() throws Exception {
		write("V1__t.sql", "CREATE TABLE ending (a int);");
		write("V2__i.sql", "CREATE INDEX CONCURRENTLY ending_idx ON ending (a);");
		assertThat(flyway("ending", "false").migrate().migrationsExecuted).isEqualTo(2);
	}

	@Test
	void scriptThatSetsSomethingBesideAConcurrentBuildIsRefused() throws Exception {
		write("V1__t.sql", "CREATE TABLE mixed (a int);");
		write("V2__i.sql", "SET lock_timeout = '1s'; CREATE INDEX CONCURRENTLY mixed_idx ON mixed (a);");
		assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> flyway("mixed", "false").migrate())
			.withMessageContaining("both transactional and non-transactional statements");
	}

	@Test
	void concurrentRebuildIsNotRecognised() throws Exception {
		write("V1__t.sql", "CREATE TABLE rebuilt (a int); CREATE INDEX rebuilt_idx ON rebuilt (a);");
		write("V2__i.sql", "REINDEX INDEX CONCURRENTLY rebuilt_idx;");
		assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> flyway("rebuilt", "false").migrate())
			.withMessageContaining("cannot run inside a transaction block");
	}

	private void write(String name, String text) throws Exception {
		Files.writeString(this.scripts.resolve(name), text);
	}

	private Flyway flyway(String history, String transactionalLock) {
		return Flyway.configure()
			.dataSource(database.dataSource(Map.of("options", "-c lock_timeout=2s")))
			.table("history_of_" + history)
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.locations("filesystem:" + this.scripts)
			.configuration(Map.of("flyway.postgresql.transactional.lock", transactionalLock))
			.load();
	}

}
