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

	/**
	 * Whether an empty text stays one, and does not become null.
	 */
	default boolean storesEmptyTexts() {
		return true;
	}

	/**
	 * Its sessions.
	 */
	default SessionDialect sessions() {
		return SessionDialect.UNKNOWN;
	}

	/**
	 * Reads what the login may do to the schema it is in.
	 * @throws SQLException when the server does not answer or refuses to tell
	 */
	default SchemaRights rights(Connection connection) throws SQLException {
		return SchemaRights.UNKNOWN;
	}

	/**
	 * What the guard's own tables need to know.
	 */
	default LedgerSyntax ledger() {
		return LedgerSyntax.STANDARD;
	}

}
