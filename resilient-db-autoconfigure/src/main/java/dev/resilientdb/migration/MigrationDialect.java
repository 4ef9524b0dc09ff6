package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import dev.resilientdb.lint.LintCatalog;

/**
 * What this room asks about one database product. Implemented once per product; all beans
 * of this type are consulted. Every question is asked at start or in the background, on a
 * connection in auto-commit mode that is to be left as it is.
 */
public interface MigrationDialect {

	/**
	 * The product's name, as it appears in {@code DatabaseFailure#product()}.
	 */
	String product();

	/**
	 * Reads what is known of tables before scripts change them.
	 * @throws SQLException when the server does not answer or refuses to tell
	 */
	default LintCatalog catalog(Connection connection) throws SQLException {
		return LintCatalog.UNKNOWN;
	}

}
