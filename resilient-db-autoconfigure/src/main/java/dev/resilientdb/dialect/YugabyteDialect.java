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
import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;

/**
 * YugabyteDB's YSQL, which reports PostgreSQL's codes. Before 2024.2.2 and 2.25.1 it
 * reported a schema version mismatch as XX000, which stays an internal error here: only
 * the message would tell, see <a href=
 * "https://docs.yugabyte.com/stable/develop/learn/transactions/transactions-errorcodes-ysql/">its
 * transaction error codes</a>.
 */
final class YugabyteDialect implements FailureDialect, PostgresConstraintDialect, CapabilityDialect {

	private static final String VERSION_MARK = "-YB-";

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
				&& metaData.getDatabaseProductVersion().contains(VERSION_MARK);
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
	public Collection<CapabilityRow> capabilities() {
		return YugabyteCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return YugabyteCapabilities.PROBES;
	}

	// It follows the version of PostgreSQL that the server is compatible with
	@Override
	public String serverVersion(Connection connection) throws SQLException {
		String version = connection.getMetaData().getDatabaseProductVersion();
		return version.substring(version.indexOf(VERSION_MARK) + VERSION_MARK.length());
	}

}
