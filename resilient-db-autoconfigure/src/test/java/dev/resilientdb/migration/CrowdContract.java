package dev.resilientdb.migration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that start at once on one empty database.
 */
abstract class CrowdContract extends MigrationContract {

	private static final int SCRIPTS = 5;

	CrowdContract(TestDatabase database) {
		super(database);
	}

	@Test
	void twoApplyEachMigrationOnce() {
		writeScripts();
		startTogether(2);
		assertThat(applied()).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void tenApplyEachMigrationOnce() {
		writeScripts();
		startTogether(10);
		assertThat(applied()).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void twoProcessesApplyEachMigrationOnce(@TempDir Path logs) {
		writeScripts();
		List<Process> processes = Stream.of("one", "two").map((name) -> process(logs.resolve(name).toFile())).toList();
		assertThat(processes).allSatisfy((process) -> assertThat(process.onExit().join().exitValue()).isZero());
		assertThat(applied()).containsExactly(1, 2, 3, 4, 5);
	}

	private void writeScripts() {
		this.scripts.with("V1__applied.sql",
				"create table applied (script integer); insert into applied (script) values (1)");
		IntStream.rangeClosed(2, SCRIPTS)
			.forEach((script) -> this.scripts.with("V" + script + "__next.sql",
					"insert into applied (script) values (" + script + ")"));
	}

	private List<Integer> applied() {
		return jdbc().queryForList("select script from applied order by script", Integer.class);
	}

	// Boot configures logging once for a process, so that the contexts are there before
	private void startTogether(int count) {
		List<Flyway> flyways = IntStream.range(0, count)
			.mapToObj((index) -> start(application("spring.datasource.hikari.maximum-pool-size=3").with(Later.class)))
			.map((context) -> context.getBean(Flyway.class))
			.toList();
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			List<CompletableFuture<Void>> runs = flyways.stream()
				.map((flyway) -> CompletableFuture.runAsync(flyway::migrate, threads))
				.toList();
			runs.forEach(CompletableFuture::join);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Process process(File log) {
		try {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					System.getProperty("java.class.path"), Instance.class.getName(), database().url(),
					database().username(), database().password(), this.scripts.location())
				.redirectErrorStream(true)
				.redirectOutput(log)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Later {

		@Bean
		FlywayMigrationStrategy strategy() {
			return (flyway) -> {
			};
		}

	}

	/**
	 * An application in a process of its own, which ends when it has started.
	 */
	static final class Instance {

		private Instance() {
		}

		/**
		 * Starts and ends.
		 * @param arguments URL, user and password of the database and where the scripts
		 * are
		 */
		public static void main(String[] arguments) {
			TestApplication.create()
				.withoutJpa()
				.withProperties("spring.datasource.url=" + arguments[0], "spring.datasource.username=" + arguments[1],
						"spring.datasource.password=" + arguments[2], "spring.flyway.enabled=true", arguments[3])
				.start()
				.close();
		}

	}

}
