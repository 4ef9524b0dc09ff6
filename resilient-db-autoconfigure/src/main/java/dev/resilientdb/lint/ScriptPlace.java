package dev.resilientdb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A directory with scripts, in the file system or on the class path. As in Flyway those
 * below it count, but not the directories that are named after another product.
 */
final class ScriptPlace {

	private static final List<String> VENDORS = List.of("postgresql", "mysql", "mariadb", "h2", "sqlite", "oracle",
			"sqlserver", "db2", "hsqldb", "derby");

	private final String vendor;

	private final Charset encoding;

	private ScriptPlace(String product, Charset encoding) {
		this.vendor = vendor(product);
		this.encoding = encoding;
	}

	static List<ScriptFile> read(String location, String product, Charset encoding) {
		ScriptPlace place = new ScriptPlace(product, encoding);
		String resolved = location.replace("{vendor}", place.vendor);
		try {
			if (resolved.startsWith(MigrationScripts.CLASSPATH)) {
				return place.classPath(resolved.substring(MigrationScripts.CLASSPATH.length()));
			}
			String plain = resolved.replaceFirst("^filesystem:", "");
			return place.directory(Path.of(plain), plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Scripts in " + location + " cannot be read", ex);
		}
	}

	private List<ScriptFile> classPath(String location) throws IOException {
		String name = location.replaceFirst("^/", "").replaceFirst("/$", "");
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		ClassLoader loader = (context != null) ? context : ScriptPlace.class.getClassLoader();
		List<URL> places = Collections.list(loader.getResources(name));
		if (places.isEmpty()) {
			throw new IllegalArgumentException("There is no " + location + " on the class path");
		}
		List<ScriptFile> files = new ArrayList<>();
		for (URL place : places) {
			files.addAll(resource(place, name));
		}
		return files;
	}

	private List<ScriptFile> resource(URL place, String name) throws IOException {
		URI uri = uri(place);
		if (!place.getProtocol().equals("jar")) {
			return directory(Path.of(uri), name);
		}
		try (FileSystem jar = FileSystems.newFileSystem(URI.create(uri.toString().split("!", 2)[0]), Map.of())) {
			return directory(jar.getPath(name), name);
		}
	}

	private List<ScriptFile> directory(Path root, String name) throws IOException {
		if (!Files.isDirectory(root)) {
			throw new IllegalArgumentException(
					Files.exists(root) ? name + " is no directory" : "There is no directory " + name);
		}
		List<ScriptFile> files = new ArrayList<>();
		try (Stream<Path> found = Files.walk(root)) {
			for (Path file : found.sorted().toList()) {
				String relative = root.relativize(file).toString().replace('\\', '/');
				if (Files.isRegularFile(file) && ScriptFile.isMigration(file.getFileName().toString())
						&& isForProduct(relative, root)) {
					String path = name.replace('\\', '/').replaceFirst("/+$", "") + "/" + relative;
					files.add(new ScriptFile(ScriptReader.read(file, path, this.encoding), path));
				}
			}
		}
		return files;
	}

	private boolean isForProduct(String relative, Path root) {
		String[] steps = relative.split("/", -1);
		for (int i = 0; i < steps.length - 1; i++) {
			String step = steps[i].toLowerCase(Locale.ROOT);
			boolean isOther = VENDORS.contains(step) && !step.equals(this.vendor);
			// Boot calls MariaDB by the name in the URL, which may be MySQL's
			boolean isKin = this.vendor.equals("mariadb") && step.equals("mysql")
					&& !Files.exists(root.resolve("mariadb"));
			if (isOther && !isKin) {
				return false;
			}
		}
		return true;
	}

	private static String vendor(String product) {
		String name = product.toLowerCase(Locale.ROOT).replace(" ", "");
		String known = name.startsWith("microsoft") ? "sqlserver" : name.startsWith("postgres") ? "postgresql" : name;
		return VENDORS.stream().filter(known::startsWith).findFirst().orElse(known);
	}

	private static URI uri(URL place) {
		try {
			return place.toURI();
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(place + " cannot be read", ex);
		}
	}

}
