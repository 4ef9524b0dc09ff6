package dev.resilientdb.migration;

import java.util.Set;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;

/**
 * Recognises that Flyway found two scripts for one version.
 */
final class DuplicateVersion {

	private static final Set<ErrorCode> CODES = Set.of(CoreErrorCode.DUPLICATE_VERSIONED_MIGRATION,
			CoreErrorCode.DUPLICATE_REPEATABLE_MIGRATION);

	private DuplicateVersion() {
	}

	/**
	 * Reports it.
	 * @return whether it is the reason of the exception
	 */
	static boolean report(FlywayException ex, Anomalies found) {
		if (!CODES.contains(ex.getErrorCode())) {
			return false;
		}
		boolean repeatable = ex.getErrorCode() == CoreErrorCode.DUPLICATE_REPEATABLE_MIGRATION;
		// Names both files
		String evidence = String.valueOf(ex.getMessage()).replaceAll("\\s*\\R\\s*", " ");
		found.refuse(AnomalyKind.DUPLICATE_VERSION, "scripts", evidence,
				("Give one of the two scripts another %s, or take it out of spring.flyway.locations. If one of"
						+ " them was applied already, rename the other. No policy changes that: Flyway itself goes no"
						+ " further.")
					.formatted(repeatable ? "name" : "version"));
		return true;
	}

}
