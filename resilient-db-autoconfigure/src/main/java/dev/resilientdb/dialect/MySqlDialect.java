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
 * MySQL, with the numbers of <a href=
 * "https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">its server
 * errors</a>. InnoDB rolls back the statement, after a deadlock the transaction.
 */
final class MySqlDialect
		implements FailureDialect, ConstraintDialect, ServerLimitsDialect, MigrationDialect, CapabilityDialect {

	static final String PRODUCT = "MySQL";

	private static final CodeTable NUMBERS = MySqlCodes.NUMBERS.and(CodeTable.of("""
			1020  SERIALIZATION_FAILURE  STATEMENT    ER_CHECKREAD
			3024  STATEMENT_TIMEOUT      STATEMENT    ER_QUERY_TIMEOUT
			3101  SERIALIZATION_FAILURE  TRANSACTION  ER_TRANSACTION_ROLLBACK_DURING_COMMIT
			3572  LOCK_TIMEOUT           STATEMENT    ER_LOCK_NOWAIT
			3819  CHECK_VIOLATION        STATEMENT    ER_CHECK_CONSTRAINT_VIOLATED
			4031  CONNECTION_LOST        SESSION      ER_CLIENT_INTERACTION_TIMEOUT
			"""));

	/**
	 * Connector/J throws these without a number and a state.
	 */
	private static final CodeTable TYPES = CodeTable.of("""
			MySQLStatementCancelledException  CANCELLED          STATEMENT  Statement.cancel()
			MySQLTimeoutException             STATEMENT_TIMEOUT  STATEMENT  Statement.setQueryTimeout()
			""");

	private static final CodeTable ALL = NUMBERS.and(MySqlCodes.STATES).and(TYPES);

	private static final Set<String> DRIVERS = DriverPackages.of("com.mysql.", "org.mariadb.jdbc.",
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
		return PRODUCT.equals(metaData.getDatabaseProductName());
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		FailureCode row = NUMBERS.find(ex.getErrorCode());
		if (row == null) {
			row = MySqlCodes.STATES.find(ex.getSQLState());
		}
		return (row != null) ? row : TYPES.find(ex.getClass().getSimpleName());
	}

	@Override
	public Collection<FailureCode> codes() {
		return ALL.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return MySqlConstraints.report(ex, MySqlConstraints.KeyName.WITH_TABLE);
	}

	@Override
	public String upsert() {
		return "INSERT ... ON DUPLICATE KEY UPDATE";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return MySqlCatalog.MYSQL.run(connection, limit);
	}

	@Override
	public ServerLimits limits(Connection connection) throws SQLException {
		return MySqlLimits.MYSQL.run(connection);
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return MySqlCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return MySqlCapabilities.PROBES;
	}

	@Override
	public LintCatalog catalog(Connection connection) throws SQLException {
		return MySqlTables.QUERY.run(connection);
	}

}
