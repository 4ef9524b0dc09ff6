package dev.resilientdb.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * migrations: Flyway alone, with the look at the schema and the scripts, and with the
 * records and limits of each migration, in turn. Takes URL, user and password of an empty
 * PostgreSQL database, which is emptied again and again.
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
		try (ConfigurableApplicationContext all = start(scripts, arguments);
				ConfigurableApplicationContext look = start(scripts, arguments,
						"resilient-db.migration.bookkeeping.enabled=false",
						"resilient-db.migration.session.lock-timeout=0")) {
			Flyway guarded = all.getBean(Flyway.class);
			Map<String, Flyway> variants = new LinkedHashMap<>();
			variants.put("Flyway alone", new Flyway(guarded.getConfiguration()));
			variants.put("looked at and linted", look.getBean(Flyway.class));
			variants.put("recorded and limited, too", guarded);
			measure("nothing pending", variants, ROUNDS, () -> {
			});
			JdbcTemplate jdbc = all.getBean(JdbcTemplate.class);
			measure("all pending", variants, ROUNDS_PENDING, () -> empty(jdbc));
		}
	}

	private static ConfigurableApplicationContext start(Path scripts, String[] arguments, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.url=" + arguments[0], "spring.datasource.username=" + arguments[1],
					"spring.datasource.password=" + arguments[2], "spring.flyway.locations=filesystem:" + scripts)
			.properties(properties)
			.run("--spring.flyway.enabled=true");
	}

	private static Path scripts(Path directory) throws IOException {
		for (int i = 1; i <= MIGRATIONS; i++) {
			Files.writeString(directory.resolve("V" + i + "__step_" + i + ".sql"),
					"create table step_" + i + " (id bigint primary key, note varchar(200));\n" + "create index step_"
							+ i + "_note on step_" + i + " (note);\n");
		}
		return directory;
	}

	private static void measure(String title, Map<String, Flyway> variants, int rounds, Runnable before) {
		Map<String, List<Long>> times = new LinkedHashMap<>();
		for (int i = 0; i < rounds; i++) {
			variants.forEach((variant, flyway) -> {
				before.run();
				times.computeIfAbsent(variant, (name) -> new ArrayList<>()).add(millis(flyway));
			});
		}
		times.forEach((variant, millis) -> logger.warn("{}, {}: first {} ms, median {} ms", title, variant,
				millis.get(0), median(millis)));
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
