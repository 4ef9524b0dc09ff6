package dev.resilientdb.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;

/**
 * What this application and its host are called.
 */
final class ApplicationNames {

	private static final int LONGEST = 100;

	private ApplicationNames() {
	}

	static Bookkeeper.Application of(Environment environment, ObjectProvider<BuildProperties> build,
			@Nullable String version) {
		return new Bookkeeper.Application(shortened(environment.getProperty("spring.application.name", "application")),
				version(environment, build.getIfUnique(), version), shortened(host()), ProcessHandle.current().pid());
	}

	private static @Nullable String version(Environment environment, @Nullable BuildProperties build,
			@Nullable String configured) {
		String version = configured;
		if (version == null && build != null) {
			version = build.getVersion();
		}
		if (version == null) {
			version = environment.getProperty("spring.application.version");
		}
		return (version != null && !version.isBlank()) ? shortened(version.strip()) : null;
	}

	// Asking the name service may take seconds
	private static String host() {
		for (String variable : new String[] { "HOSTNAME", "COMPUTERNAME" }) {
			String value = System.getenv(variable);
			if (value != null && !value.isBlank()) {
				return value;
			}
		}
		try {
			return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
