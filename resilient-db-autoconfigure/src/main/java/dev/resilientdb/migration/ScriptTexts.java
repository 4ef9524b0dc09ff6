package dev.resilientdb.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.lint.TransactionUse;

/**
 * Reads scripts where Flyway finds them.
 */
final class ScriptTexts {

	private static final Logger logger = LoggerFactory.getLogger(ScriptTexts.class);

	private static final Pattern EXECUTE_IN_TRANSACTION = Pattern
		.compile("(?im)^\\s*executeInTransaction\\s*=\\s*(true|false)\\s*$");

	private static final String CLASS_PATH = "classpath:";

	private static final String FILE_SYSTEM = "filesystem:";

	// Flyway loads all its plugins for each answer, and there may be hundreds of scripts
	private volatile @Nullable Places last;

	/**
	 * The text of a script.
	 * @param script as Flyway names it, relative to one of its locations
	 * @return null when it is not on the class path and not in the file system
	 */
	@Nullable String find(Configuration configuration, String script) {
		for (String location : locations(configuration)) {
			try {
				String text = read(configuration, location, script);
				if (text != null) {
					return text;
				}
			}
			catch (IOException ex) {
				logger.debug("Script {} cannot be read in {}", script, location, ex);
			}
		}
		return null;
	}

	/**
	 * Whether a script runs inside of a transaction, as the configuration beside it says.
	 */
	TransactionUse transaction(Configuration configuration, String script) {
		String settings = find(configuration, script + ".conf");
		Matcher matcher = EXECUTE_IN_TRANSACTION.matcher((settings != null) ? settings : "");
		if (matcher.find()) {
			return Boolean.parseBoolean(matcher.group(1)) ? TransactionUse.ALWAYS : TransactionUse.NEVER;
		}
		return configuration.isExecuteInTransaction() ? TransactionUse.AUTOMATIC : TransactionUse.NEVER;
	}

	private List<String> locations(Configuration configuration) {
		Places places = this.last;
		if (places == null || places.configuration() != configuration) {
			places = new Places(configuration,
					Arrays.stream(configuration.getLocations()).map(Location::getDescriptor).toList());
			this.last = places;
		}
		return places.locations();
	}

	private static @Nullable String read(Configuration configuration, String location, String script)
			throws IOException {
		if (location.startsWith(FILE_SYSTEM)) {
			Path file = Path.of(location.substring(FILE_SYSTEM.length()), script);
			return Files.isRegularFile(file) ? Files.readString(file, configuration.getEncoding()) : null;
		}
		String directory = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
		String path = (directory.isEmpty() ? script : directory + "/" + script).replaceFirst("^/", "");
		try (InputStream stream = configuration.getClassLoader().getResourceAsStream(path)) {
			return (stream != null) ? new String(stream.readAllBytes(), configuration.getEncoding()) : null;
		}
	}

	private record Places(Configuration configuration, List<String> locations) {
	}

}
