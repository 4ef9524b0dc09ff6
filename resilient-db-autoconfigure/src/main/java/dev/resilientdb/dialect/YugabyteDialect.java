package dev.resilientdb.dialect;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ReportedViolation;
import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;

/**
 * YugabyteDB's YSQL, which reports PostgreSQL's codes. Before 2024.2.2 and 2.25.1 it
 * reported a schema version mismatch as XX000, which stays an internal error here: only
 * the message would tell, see <a href=
 * "https://docs.yugabyte.com/stable/develop/learn/transactions/transactions-errorcodes-ysql/">its
 * transaction error codes</a>.
 */
final class YugabyteDialect implements FailureDialect, ConstraintDialect {

	private static final Set<String> DRIVERS = DriverPackages.of("com.yugabyte.", "org.postgresql.");

	@Override
	public String product() {
		return "YugabyteDB";
	}

	@Override
	public Set<String> driverPackages() {
		return DRIVERS;
	}

	@Override
	public boolean serves(DatabaseMetaData metaData) throws SQLException {
		return PostgresDialect.PRODUCT.equals(metaData.getDatabaseProductName())
				&& metaData.getDatabaseProductVersion().contains("-YB-");
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		return PostgresDialect.CODES.find(ex.getSQLState());
	}

	@Override
	public Collection<FailureCode> codes() {
		return PostgresDialect.CODES.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return PostgresConstraints.report(ex);
	}

	@Override
	public String upsert() {
		return "INSERT ... ON CONFLICT DO NOTHING";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return PostgresCatalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	public @Nullable Integer failedRow(BatchUpdateException ex) {
		return PostgresBatch.failedRow(ex);
	}

}
