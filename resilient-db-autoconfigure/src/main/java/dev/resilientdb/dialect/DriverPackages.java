package dev.resilientdb.dialect;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Package prefixes of JDBC drivers in the order in which they were given.
 */
final class DriverPackages {

	private DriverPackages() {
	}

	static Set<String> of(String... prefixes) {
		return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(prefixes)));
	}

}
