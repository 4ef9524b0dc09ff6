package dev.resilientdb.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the guard adds to a start on which nothing or everything is pending of 200
 * migrations: Flyway alone and guarded in turn, medians. Takes URL, user and password of
 * an empty PostgreSQL database, which is emptied again and again.
 */
public final class MigrationStart {

	private static final Logger logger = LoggerFactory.getLogger(MigrationStart.class);

	private static final int MIGRATIONS = 200;

	private static final int ROUNDS = 41;

	private static final int ROUNDS_PENDING = 11;

	private MigrationStart() {
	}

	public static void main(String[] arguments) throws IOException {
		Path scripts = scripts(Files.createTempDirectory("migrations"));
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.url=" + arguments[0], "spring.datasource.username=" + arguments[1],
					"spring.datasource.password=" + arguments[2], "spring.flyway.locations=filesystem:" + scripts)
			.run("--spring.flyway.enabled=true")) {
			measure(context.getBean(Flyway.class));
			measurePending(context.getBean(Flyway.class), context.getBean(JdbcTemplate.class));
		}
	}

	private static Path scripts(Path directory) throws IOException {
		for (int i = 1; i <= MIGRATIONS; i++) {
			Files.writeString(directory.resolve("V" + i + "__step_" + i + ".sql"),
					"create table step_" + i + " (id bigint primary key, note varchar(200));\n" + "create index step_"
							+ i + "_note on step_" + i + " (note);\n");
		}
		return directory;
	}

	private static void measure(Flyway guarded) {
		Flyway alone = new Flyway(guarded.getConfiguration());
		List<Long> without = new ArrayList<>();
		List<Long> with = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			without.add(millis(alone));
			with.add(millis(guarded));
		}
		logger.warn("first: {} ms alone, {} ms guarded", without.get(0), with.get(0));
		logger.warn("median: {} ms alone, {} ms guarded", median(without), median(with));
	}

	private static void measurePending(Flyway guarded, JdbcTemplate jdbc) {
		Flyway alone = new Flyway(guarded.getConfiguration());
		List<Long> without = new ArrayList<>();
		List<Long> with = new ArrayList<>();
		for (int i = 0; i < ROUNDS_PENDING; i++) {
			empty(jdbc);
			without.add(millis(alone));
			empty(jdbc);
			with.add(millis(guarded));
		}
		logger.warn("all pending: median {} ms alone, {} ms guarded", median(without), median(with));
	}

	// All tables in one transaction would be more locks than the server has
	private static void empty(JdbcTemplate jdbc) {
		jdbc.queryForList("select tablename from pg_tables where schemaname = current_schema()", String.class)
			.forEach((table) -> jdbc.execute("drop table \"" + table + '"'));
	}

	private static long millis(Flyway flyway) {
		long begin = System.nanoTime();
		flyway.migrate();
		return (System.nanoTime() - begin) / 1_000_000;
	}

	private static long median(List<Long> times) {
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
