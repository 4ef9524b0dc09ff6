package dev.resilientdb.circuit;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The paths that an application can do without for a while.
 */
final class ShedPaths {

	/**
	 * Before security and sessions, which may need the database, and behind what measures
	 * requests.
	 */
	static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	private final List<PathPattern> patterns;

	ShedPaths(List<String> paths) {
		this.patterns = paths.stream().map(ShedPaths::parse).toList();
	}

	private static PathPattern parse(String path) {
		try {
			return PathPatternParser.defaultInstance.parse(path);
		}
		catch (PatternParseException ex) {
			throw new IllegalArgumentException("resilient-db.circuit.shed-paths must be path patterns but '" + path
					+ "' is none: " + ex.getMessage(), ex);
		}
	}

	boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	/**
	 * Whether a path inside the application is one of them.
	 */
	boolean contains(PathContainer path) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matches(path));
	}

}
