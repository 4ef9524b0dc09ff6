package dev.resilientdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A public type or member is a promise: none appears, changes or goes by accident.
 */
class PublicSurfaceTests {

	private static final Path PROMISED = Path.of("src/test/resources/public-surface.txt");

	private static final Path FOUND = Path.of("target/public-surface.txt");

	@Test
	void isWhatWasPromised() throws IOException {
		Files.write(FOUND, PublicSurface.lines());
		assertThat(Files.readAllLines(FOUND))
			.as("The public surface changed. If that is meant, copy %s to %s and say why in CHANGELOG.md.",
					FOUND.toAbsolutePath(), PROMISED)
			.isEqualTo(Files.readAllLines(PROMISED));
	}

	@Test
	void keepsTheRetryEngineOutOfSight() {
		assertThat(PublicSurface.lines()).noneMatch((line) -> line.contains("org.springframework.retry"));
	}

	@Test
	void keepsMetersOutOfSight() {
		assertThat(PublicSurface.lines()).noneMatch((line) -> line.contains("io.micrometer"));
	}

}
