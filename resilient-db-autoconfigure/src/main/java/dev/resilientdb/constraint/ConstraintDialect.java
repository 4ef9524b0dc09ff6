package dev.resilientdb.constraint;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What this room asks about one database product. Implemented once per product; all beans
 * of this type are consulted.
 */
public interface ConstraintDialect {

	/**
	 * The product's name, as it appears in {@code DatabaseFailure#product()}.
	 */
	String product();

	/**
	 * Reads which rule an exception of the driver reports, without following its causes.
	 * Never lets a row value decide: what the message does not tell for certain is left
	 * out.
	 * @return what is told, or null when the exception is not about a rule
	 */
	@Nullable ReportedViolation report(SQLException ex);

	/**
	 * Finds which row of a batch failed.
	 * @return the position from 0, or null when the driver does not tell for certain
	 */
	default @Nullable Integer failedRow(BatchUpdateException ex) {
		return BatchRow.single(ex);
	}

	/**
	 * The statement by which the product inserts a row or deals with the one that exists,
	 * in words for an advice.
	 */
	String upsert();

	/**
	 * Lists the constraints of all schemas that the connection's user sees, those of the
	 * current schema first. Asked in the background on a connection of its own.
	 * @param limit how many rows of the catalogue to read at most
	 * @throws SQLException when the server does not answer
	 */
	CatalogListing constraints(Connection connection, int limit) throws SQLException;

}
