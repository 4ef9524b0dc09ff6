package dev.resilientdb.sample;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptDirectoryTests {

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mariadb", "h2", "sqlite" })
	void findsItsDataAfterRestart(String database, @TempDir Path directory) {
		long account;
		try (ConfigurableApplicationContext first = start(database, directory)) {
			account = client(first).openAccount(42);
		}
		try (ConfigurableApplicationContext second = start(database, directory)) {
			assertThat(client(second).balance(account)).isEqualTo(42);
		}
	}

	@Test
	void refusesDirectoryThatAnotherServerUses(@TempDir Path directory) {
		try (ConfigurableApplicationContext first = start("postgresql", directory)) {
			assertThat(first.isActive()).isTrue();
			assertThatThrownBy(() -> start("postgresql", directory)).rootCause()
				.isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("already serves " + directory);
		}
	}

	private static ConfigurableApplicationContext start(String profile, Path directory) {
		return new SpringApplicationBuilder(SampleApplication.class).profiles(profile)
			.run("--server.port=0", "--sample.database.directory=" + directory);
	}

	private static SampleClient client(ConfigurableApplicationContext sample) {
		return new SampleClient(sample.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

}
