package dev.resilientdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.resilientdb.failure.FailureKind;

/**
 * The compiled module without its tests.
 */
final class MainClasses {

	static final String ROOT = "dev.resilientdb";

	private MainClasses() {
	}

	static JavaClasses all() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT);
	}

	static String text(String resource) {
		try {
			return Files.readString(directory().resolve(resource));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> lines(String resource) {
		return text(resource).lines().toList();
	}

	private static Path directory() {
		return Path.of(URI.create(FailureKind.class.getProtectionDomain().getCodeSource().getLocation().toString()));
	}

}
