package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.capability.CapabilityDialect;
import dev.resilientdb.capability.CapabilityProbe;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;

/**
 * CockroachDB, which reports PostgreSQL's codes and a few of its own, listed in
 * <a href="https://www.cockroachlabs.com/docs/stable/common-errors">its common errors</a>
 * and in {@code pkg/sql/pgwire/pgcode/codes.go}. Every "restart transaction" is 40001 and
 * every "result is ambiguous" is 40003.
 */
final class CockroachDialect implements FailureDialect, PostgresConstraintDialect, CapabilityDialect {

	private static final String PRODUCT = "CockroachDB";

	/**
	 * XXA00 means that the transaction was committed without some of its schema changes.
	 */
	private static final CodeTable CODES = PostgresDialect.CODES.and(CodeTable.of("""
			58C00  IO_ERROR               TRANSACTION  range unavailable
			58C01  IO_ERROR               TRANSACTION  internal connection failure
			XCUBS  UNSUPPORTED            TRANSACTION  unsatisfiable bounded staleness
			XXA00  OUTCOME_UNKNOWN        UNKNOWN      transaction committed with schema change failure
			XXUUU  INTERNAL               TRANSACTION  uncategorized
			"""));

	private static final Set<String> DRIVERS = DriverPackages.of("io.cockroachdb.jdbc.", "org.postgresql.");

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
		return PRODUCT.equals(name) || (PostgresDialect.PRODUCT.equals(name) && version(metaData).startsWith(PRODUCT));
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		return CODES.find(ex.getSQLState());
	}

	@Override
	public Collection<FailureCode> codes() {
		return CODES.rows();
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return CockroachCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return CockroachCapabilities.PROBES;
	}

	@Override
	public String serverVersion(Connection connection) throws SQLException {
		return version(connection.getMetaData());
	}

	private static String version(DatabaseMetaData metaData) throws SQLException {
		try (Statement statement = metaData.getConnection().createStatement();
				ResultSet version = statement.executeQuery("select version()")) {
			return version.next() ? version.getString(1) : "";
		}
	}

}
