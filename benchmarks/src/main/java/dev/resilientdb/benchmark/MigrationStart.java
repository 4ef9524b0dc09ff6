package dev.resilientdb.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * What the guard adds to a start on which nothing is pending of 200 migrations: Flyway
 * alone and guarded in turn, medians. Takes URL, user and password of an empty database.
 */
public final class MigrationStart {

	private static final int MIGRATIONS = 200;

	private static final int ROUNDS = 41;

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
		System.out.printf("first: %d ms alone, %d ms guarded%n", without.get(0), with.get(0));
		System.out.printf("median: %d ms alone, %d ms guarded%n", median(without), median(with));
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
