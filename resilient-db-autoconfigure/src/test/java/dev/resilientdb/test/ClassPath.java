package dev.resilientdb.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * Runs code as if some of the libraries were not there at all: unlike a filter for the
 * conditions, this finds what the code itself needs.
 */
public final class ClassPath {

	private final List<Path> entries;

	private ClassPath(List<Path> entries) {
		this.entries = entries;
	}

	/**
	 * This process' class path.
	 */
	public static ClassPath complete() {
		return new ClassPath(Pattern.compile(File.pathSeparator)
			.splitAsStream(System.getProperty("java.class.path"))
			.map(Path::of)
			.toList());
	}

	/**
	 * Without the jars whose file names begin with one of the given.
	 */
	public ClassPath without(String... names) {
		return new ClassPath(this.entries.stream()
			.filter((entry) -> Stream.of(names).noneMatch(entry.getFileName().toString()::startsWith))
			.toList());
	}

	/**
	 * Whether a class can be loaded from here.
	 */
	public boolean contains(String className) {
		try (URLClassLoader loader = loader()) {
			return ClassUtils.isPresent(className, loader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Creates an instance of a class loaded from this class path and calls it.
	 */
	@SuppressWarnings("unchecked")
	public <T> T call(Class<? extends Callable<T>> type) throws Exception {
		// Looks for drivers once in the life of the JVM, from the loader of whoever comes
		// first
		DriverManager.getDrivers();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = loader()) {
			Thread.currentThread().setContextClassLoader(loader);
			Class<?> isolated = loader.loadClass(type.getName());
			return ((Callable<T>) isolated.getDeclaredConstructor().newInstance()).call();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private URLClassLoader loader() {
		return new URLClassLoader(this.entries.stream().map(ClassPath::url).toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader());
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
