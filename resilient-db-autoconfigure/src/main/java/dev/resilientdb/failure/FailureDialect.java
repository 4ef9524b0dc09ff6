package dev.resilientdb.failure;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What this room asks about one database product. Implemented once per product; all beans
 * of this type are consulted.
 */
public interface FailureDialect {

	/**
	 * The product's name, as it appears in {@link DatabaseFailure#product()}.
	 */
	String product();

	/**
	 * Package prefixes of the JDBC drivers that talk to this product, with a trailing
	 * dot, the product's own driver first.
	 */
	Set<String> driverPackages();

	/**
	 * Whether the connected server is this product. Asked on an open connection, never in
	 * the application's own transactions; the most specific products are asked first.
	 * @throws SQLException when the server does not answer
	 */
	boolean serves(DatabaseMetaData metaData) throws SQLException;

	/**
	 * Looks up what the product's own codes in the given exception say, without following
	 * its causes.
	 * @return the row, or null when the codes are not in the product's table
	 */
	@Nullable FailureCode lookup(SQLException ex);

	/**
	 * The whole table, in the order of the vendor's documentation.
	 */
	Collection<FailureCode> codes();

	/**
	 * Kinds that are an ordinary, quickly resolved conflict on this product alone, such
	 * as a busy database file.
	 */
	default Set<FailureKind> ordinaryConflicts() {
		return Set.of();
	}

}
