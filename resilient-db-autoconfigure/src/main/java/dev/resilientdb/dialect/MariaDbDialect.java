package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.capability.CapabilityDialect;
import dev.resilientdb.capability.CapabilityProbe;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ReportedViolation;
import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;
import dev.resilientdb.lint.LintCatalog;
import dev.resilientdb.migration.MigrationDialect;
import dev.resilientdb.pool.ServerLimits;
import dev.resilientdb.pool.ServerLimitsDialect;

/**
 * MariaDB, with the numbers of <a href=
 * "https://mariadb.com/docs/server/reference/error-codes/mariadb-error-code-reference">its
 * reference</a>. Behind MySQL's driver only its version tells it apart, such as
 * {@code 5.5.5-10.11.19-MariaDB}.
 */
final class MariaDbDialect
		implements FailureDialect, ConstraintDialect, ServerLimitsDialect, MigrationDialect, CapabilityDialect {

	private static final String PRODUCT = "MariaDB";

	private static final String COMPATIBLE_VERSION = "5.5.5-";

	/**
	 * 1020 is a conflict under innodb_snapshot_isolation, which rolls back the whole
	 * transaction.
	 */
	private static final CodeTable NUMBERS = MySqlCodes.NUMBERS.and(CodeTable.of("""
			1020  SERIALIZATION_FAILURE  TRANSACTION  ER_CHECKREAD
			1969  STATEMENT_TIMEOUT      STATEMENT    ER_STATEMENT_TIMEOUT
			4025  CHECK_VIOLATION        STATEMENT    ER_CONSTRAINT_FAILED
			"""));

	private static final CodeTable ALL = NUMBERS.and(MySqlCodes.STATES);

	private static final Set<String> DRIVERS = DriverPackages.of("org.mariadb.jdbc.", "com.mysql.",
			"software.amazon.jdbc.");

	@Override
	public String product() {
		return PRODUCT;
	}

	@Override
	public Set<String> driverPackages() {
		return DRIVERS;
	}

	@Override
	public boolean serves(DatabaseMetaData metaData) throws SQLException {
		String name = metaData.getDatabaseProductName();
		return PRODUCT.equals(name)
				|| (MySqlDialect.PRODUCT.equals(name) && metaData.getDatabaseProductVersion().contains(PRODUCT));
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		FailureCode row = NUMBERS.find(ex.getErrorCode());
		return (row != null) ? row : MySqlCodes.STATES.find(ex.getSQLState());
	}

	@Override
	public Collection<FailureCode> codes() {
		return ALL.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return MySqlConstraints.report(ex, MySqlConstraints.KeyName.ALONE);
	}

	@Override
	public String upsert() {
		return "INSERT ... ON DUPLICATE KEY UPDATE";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return MySqlCatalog.MARIADB.run(connection, limit);
	}

	@Override
	public ServerLimits limits(Connection connection) throws SQLException {
		return MySqlLimits.MARIADB.run(connection);
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return MariaDbCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return MariaDbCapabilities.PROBES;
	}

	// MySQL's protocol puts a version of MySQL before it
	@Override
	public String serverVersion(Connection connection) throws SQLException {
		String version = connection.getMetaData().getDatabaseProductVersion();
		return version.startsWith(COMPATIBLE_VERSION) ? version.substring(COMPATIBLE_VERSION.length()) : version;
	}

	@Override
	public LintCatalog catalog(Connection connection) throws SQLException {
		return MySqlTables.QUERY.run(connection);
	}

}
