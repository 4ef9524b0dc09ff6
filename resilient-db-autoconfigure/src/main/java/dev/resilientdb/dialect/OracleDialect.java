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
import dev.resilientdb.migration.MigrationDialect;

/**
 * Oracle, with the numbers of
 * <a href="https://docs.oracle.com/en/error-help/db/">Database Error Messages</a>, ORA-
 * and leading zeros left out. It rolls back the statement, even the one of a deadlock's
 * victim.
 */
final class OracleDialect implements FailureDialect, ConstraintDialect, MigrationDialect, CapabilityDialect {

	private static final String PRODUCT = "Oracle";

	/**
	 * 2091 is followed by the violated constraint in its message. A timeout of the driver
	 * cancels, so it is 1013 as well.
	 */
	private static final CodeTable CODES = CodeTable.of("""
			1      UNIQUE_VIOLATION       STATEMENT    unique constraint violated
			18     TOO_MANY_CONNECTIONS   SESSION      maximum number of sessions exceeded
			20     TOO_MANY_CONNECTIONS   SESSION      maximum number of processes exceeded
			28     CONNECTION_LOST        SESSION      your session has been killed
			54     LOCK_TIMEOUT           STATEMENT    resource busy, NOWAIT specified or timeout expired
			60     DEADLOCK               STATEMENT    deadlock detected while waiting for resource
			257    DISK_FULL              SESSION      archiver error
			600    INTERNAL               UNKNOWN      internal error code
			603    CONNECTION_LOST        SESSION      session terminated by fatal error
			900    SYNTAX                 STATEMENT    invalid SQL statement
			904    MISSING_OBJECT         STATEMENT    invalid identifier
			911    SYNTAX                 STATEMENT    invalid character
			933    SYNTAX                 STATEMENT    SQL command not properly ended
			936    SYNTAX                 STATEMENT    missing expression
			942    MISSING_OBJECT         STATEMENT    table or view does not exist
			955    DUPLICATE_OBJECT       STATEMENT    name is already used
			1012   CONNECTION_LOST        SESSION      not logged on
			1013   CANCELLED              STATEMENT    user requested cancel of current operation
			1017   AUTHENTICATION         SESSION      invalid username or password
			1031   PERMISSION             STATEMENT    insufficient privileges
			1033   SERVER_STARTING        SESSION      initialization or shutdown in progress
			1034   CONNECTION_REFUSED     SESSION      not available
			1045   PERMISSION             SESSION      user lacks CREATE SESSION privilege
			1089   SERVER_SHUTDOWN        SESSION      immediate shutdown in progress
			1090   SERVER_SHUTDOWN        SESSION      shutdown in progress
			1092   SERVER_SHUTDOWN        SESSION      instance terminated
			1400   NOT_NULL_VIOLATION     STATEMENT    cannot insert NULL
			1401   VALUE_TOO_LONG         STATEMENT    inserted value too large for column
			1402   CHECK_VIOLATION        STATEMENT    WITH CHECK OPTION violation
			1407   NOT_NULL_VIOLATION     STATEMENT    cannot update to NULL
			1426   VALUE_OUT_OF_RANGE     STATEMENT    numeric overflow
			1430   DUPLICATE_OBJECT       STATEMENT    column being added already exists
			1438   VALUE_OUT_OF_RANGE     STATEMENT    value larger than specified precision
			1456   READ_ONLY              STATEMENT    READ ONLY transaction
			1476   INVALID_VALUE          STATEMENT    divisor is equal to zero
			1555   SERIALIZATION_FAILURE  STATEMENT    snapshot too old
			1578   CORRUPTION             STATEMENT    data block corrupted
			1652   DISK_FULL              STATEMENT    unable to extend temp segment
			1653   DISK_FULL              STATEMENT    unable to extend table
			1654   DISK_FULL              STATEMENT    unable to extend index
			1691   DISK_FULL              STATEMENT    unable to extend lob segment
			1722   INVALID_VALUE          STATEMENT    invalid number
			1830   INVALID_VALUE          STATEMENT    date format picture ends early
			1843   INVALID_VALUE          STATEMENT    not a valid month
			1861   INVALID_VALUE          STATEMENT    literal does not match format string
			2049   LOCK_TIMEOUT           STATEMENT    distributed transaction waiting for lock
			2091   UNKNOWN                TRANSACTION  CONSEQUENCE  transaction rolled back
			2289   MISSING_OBJECT         STATEMENT    sequence does not exist
			2290   CHECK_VIOLATION        STATEMENT    check constraint violated
			2291   FOREIGN_KEY_VIOLATION  STATEMENT    parent key not found
			2292   FOREIGN_KEY_VIOLATION  STATEMENT    child record found
			2391   TOO_MANY_CONNECTIONS   SESSION      SESSIONS_PER_USER limit exceeded
			2396   CONNECTION_LOST        SESSION      maximum idle time exceeded
			2399   CONNECTION_LOST        SESSION      maximum connect time exceeded
			3113   CONNECTION_LOST        SESSION      end-of-file on communication channel
			3114   CONNECTION_LOST        SESSION      not connected
			3135   CONNECTION_LOST        SESSION      connection lost contact
			4020   DEADLOCK               STATEMENT    deadlock while locking library object
			4021   LOCK_TIMEOUT           STATEMENT    timeout while waiting to lock object
			4030   OUT_OF_MEMORY          STATEMENT    out of process memory
			4031   OUT_OF_MEMORY          STATEMENT    out of shared memory
			6550   SYNTAX                 STATEMENT    PL/SQL compilation error
			8176   SERIALIZATION_FAILURE  STATEMENT    consistent read failure
			8177   SERIALIZATION_FAILURE  STATEMENT    cannot serialize access
			12170  CONNECTION_REFUSED     SESSION      connect timeout
			12505  CONNECTION_REFUSED     SESSION      listener does not know of SID
			12514  CONNECTION_REFUSED     SESSION      listener does not know of service
			12516  TOO_MANY_CONNECTIONS   SESSION      no handler with matching protocol stack
			12519  TOO_MANY_CONNECTIONS   SESSION      no appropriate service handler
			12520  TOO_MANY_CONNECTIONS   SESSION      no handler for requested type of server
			12528  SERVER_STARTING        SESSION      all instances block new connections
			12537  CONNECTION_LOST        SESSION      connection closed
			12541  CONNECTION_REFUSED     SESSION      no listener
			12899  VALUE_TOO_LONG         STATEMENT    value too large for column
			16000  READ_ONLY              STATEMENT    database open for read-only access
			16456  SERVER_SHUTDOWN        SESSION      switchover to standby
			17002  CONNECTION_LOST        SESSION      I/O exception (driver)
			17008  CONNECTION_LOST        SESSION      closed connection (driver)
			17410  CONNECTION_LOST        SESSION      no more data to read from socket (driver)
			17800  CONNECTION_LOST        SESSION      got minus one from a read call (driver)
			17820  CONNECTION_REFUSED     SESSION      could not establish the connection (driver)
			17902  CONNECTION_LOST        SESSION      end of TNS data channel (driver)
			18714  CONNECTION_REFUSED     SESSION      login timeout expired (driver)
			25402  FAILED_OVER            STATEMENT    transaction must roll back (TAF)
			25405  OUTCOME_UNKNOWN        UNKNOWN      transaction status unknown (TAF)
			25408  OUTCOME_UNKNOWN        UNKNOWN      can not safely replay call (TAF)
			28000  AUTHENTICATION         SESSION      account is locked
			28001  AUTHENTICATION         SESSION      password has expired
			30006  LOCK_TIMEOUT           STATEMENT    resource busy, WAIT timeout expired
			30036  DISK_FULL              STATEMENT    unable to extend undo segment
			""");

	private static final Set<String> DRIVERS = DriverPackages.of("oracle.jdbc.", "oracle.net.");

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
		return CODES.find(ex.getErrorCode());
	}

	@Override
	public Collection<FailureCode> codes() {
		return CODES.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return OracleConstraints.report(ex);
	}

	@Override
	public String upsert() {
		return "MERGE INTO";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return OracleCatalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	public boolean storesEmptyTexts() {
		return false;
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return OracleCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return OracleCapabilities.PROBES;
	}

}
