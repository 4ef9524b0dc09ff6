package dev.resilientdb.dialect;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ReportedViolation;

/**
 * What PostgreSQL and the products that speak like it say of constraints.
 */
interface PostgresConstraintDialect extends ConstraintDialect {

	@Override
	default @Nullable ReportedViolation report(SQLException ex) {
		return PostgresConstraints.report(ex);
	}

	@Override
	default String upsert() {
		return "INSERT ... ON CONFLICT DO NOTHING";
	}

	@Override
	default CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return PostgresCatalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	default @Nullable Integer failedRow(BatchUpdateException ex) {
		return PostgresBatch.failedRow(ex);
	}

}
