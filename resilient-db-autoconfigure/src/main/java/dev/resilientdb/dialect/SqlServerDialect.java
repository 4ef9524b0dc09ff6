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
 * SQL Server and Azure SQL, with the numbers of <a href=
 * "https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors">its
 * engine</a> and of <a href=
 * "https://learn.microsoft.com/azure/azure-sql/database/troubleshoot-common-errors-issues">Azure's
 * connectivity errors</a>. It rolls back the statement with XACT_ABORT off; severity 20
 * and above ends the session.
 */
final class SqlServerDialect implements FailureDialect, ConstraintDialect, MigrationDialect, CapabilityDialect {

	/**
	 * 547 stands for foreign key and check alike. None of the connection errors is known
	 * to follow a rollback, so none is {@code FAILED_OVER}.
	 */
	private static final CodeTable NUMBERS = CodeTable.of("""
			20     CONNECTION_LOST        SESSION      server does not support encryption
			64     CONNECTION_LOST        SESSION      connection lost during login
			102    SYNTAX                 STATEMENT    incorrect syntax
			121    CONNECTION_LOST        SESSION      semaphore timeout
			156    SYNTAX                 STATEMENT    incorrect syntax near keyword
			207    MISSING_OBJECT         STATEMENT    invalid column name
			208    MISSING_OBJECT         STATEMENT    invalid object name
			220    VALUE_OUT_OF_RANGE     STATEMENT    arithmetic overflow for data type
			229    PERMISSION             STATEMENT    permission denied on object
			233    CONNECTION_LOST        SESSION      no process on the other end of the pipe
			241    INVALID_VALUE          UNKNOWN      conversion of date or time failed
			242    VALUE_OUT_OF_RANGE     UNKNOWN      date out of range
			245    INVALID_VALUE          UNKNOWN      conversion failed
			262    PERMISSION             STATEMENT    permission denied in database
			515    NOT_NULL_VIOLATION     STATEMENT    cannot insert NULL
			547    FOREIGN_KEY_VIOLATION  STATEMENT    statement conflicted with constraint
			596    CONNECTION_LOST        SESSION      session is in the kill state
			701    OUT_OF_MEMORY          STATEMENT    insufficient system memory
			823    IO_ERROR               SESSION      operating system I/O error
			824    CORRUPTION             SESSION      logical consistency-based I/O error
			911    MISSING_OBJECT         STATEMENT    database does not exist
			916    PERMISSION             STATEMENT    no access to database
			976    READ_ONLY              STATEMENT    secondary replica not accessible
			1101   DISK_FULL              STATEMENT    no new page, disk space
			1105   DISK_FULL              STATEMENT    filegroup is full
			1204   LOCK_TIMEOUT           TRANSACTION  no lock resource
			1205   DEADLOCK               TRANSACTION  deadlock victim
			1222   LOCK_TIMEOUT           STATEMENT    lock request time out
			1913   DUPLICATE_OBJECT       STATEMENT    index already exists
			2601   UNIQUE_VIOLATION       STATEMENT    duplicate key in unique index
			2627   UNIQUE_VIOLATION       STATEMENT    violation of unique or primary key constraint
			2628   VALUE_TOO_LONG         STATEMENT    string or binary data truncated in column
			2705   DUPLICATE_OBJECT       STATEMENT    column names must be unique
			2714   DUPLICATE_OBJECT       STATEMENT    object already exists
			2812   MISSING_OBJECT         STATEMENT    stored procedure not found
			3701   MISSING_OBJECT         STATEMENT    cannot drop, does not exist
			3903   UNKNOWN                TRANSACTION  CONSEQUENCE  rollback without transaction
			3906   READ_ONLY              STATEMENT    database is read-only
			3908   READ_ONLY              STATEMENT    database in emergency mode
			3930   UNKNOWN                TRANSACTION  CONSEQUENCE  transaction cannot be committed
			3960   SERIALIZATION_FAILURE  TRANSACTION  snapshot update conflict
			3961   SERIALIZATION_FAILURE  TRANSACTION  snapshot metadata changed
			3998   UNKNOWN                TRANSACTION  CONSEQUENCE  uncommittable transaction at end of batch
			4060   MISSING_OBJECT         SESSION      cannot open database
			6005   SERVER_SHUTDOWN        SESSION      shutdown in progress
			8114   INVALID_VALUE          STATEMENT    error converting data type
			8115   VALUE_OUT_OF_RANGE     STATEMENT    arithmetic overflow converting expression
			8134   INVALID_VALUE          STATEMENT    divide by zero
			8152   VALUE_TOO_LONG         STATEMENT    string or binary data truncated
			8645   OUT_OF_MEMORY          STATEMENT    timeout waiting for memory resources
			9002   DISK_FULL              STATEMENT    transaction log is full
			10053  CONNECTION_LOST        SESSION      transport-level error, connection aborted
			10054  CONNECTION_LOST        SESSION      transport-level error, connection reset
			10060  CONNECTION_REFUSED     SESSION      server not found or not accessible
			10928  TOO_MANY_CONNECTIONS   UNKNOWN      resource limit of the database reached
			10929  THROTTLED              UNKNOWN      server too busy for requests above the minimum
			17142  SERVER_STARTING        SESSION      service is paused
			17809  TOO_MANY_CONNECTIONS   SESSION      maximum number of user connections
			18452  AUTHENTICATION         SESSION      login from untrusted domain
			18456  AUTHENTICATION         SESSION      login failed
			18470  AUTHENTICATION         SESSION      account is disabled
			18487  AUTHENTICATION         SESSION      password expired
			40197  SERVER_SHUTDOWN        SESSION      service error, reconnect
			40501  THROTTLED              UNKNOWN      service is busy, retry after 10 seconds
			40613  SERVER_SHUTDOWN        SESSION      database not currently available
			41301  SERIALIZATION_FAILURE  TRANSACTION  commit dependency failed
			41302  SERIALIZATION_FAILURE  TRANSACTION  in-memory update conflict
			41305  SERIALIZATION_FAILURE  TRANSACTION  repeatable read validation failed
			41325  SERIALIZATION_FAILURE  TRANSACTION  serializable validation failed
			41839  SERIALIZATION_FAILURE  STATEMENT    too many commit dependencies
			49918  THROTTLED              UNKNOWN      not enough resources
			49919  THROTTLED              UNKNOWN      too many create or update operations
			49920  THROTTLED              UNKNOWN      too many operations
			""");

	/**
	 * Given by the driver without a number.
	 */
	private static final CodeTable STATES = CodeTable.of("""
			08001  CONNECTION_REFUSED     SESSION      cannot establish connection
			08003  CONNECTION_LOST        SESSION      connection does not exist
			08006  CONNECTION_LOST        SESSION      connection failure
			08S01  CONNECTION_LOST        SESSION      communication link failure
			HY008  STATEMENT_TIMEOUT      STATEMENT    query timed out or cancelled
			""");

	private static final CodeTable ALL = NUMBERS.and(STATES);

	@Override
	public String product() {
		return "SQL Server";
	}

	@Override
	public Set<String> driverPackages() {
		return Set.of("com.microsoft.sqlserver.");
	}

	@Override
	public boolean serves(DatabaseMetaData metaData) throws SQLException {
		return "Microsoft SQL Server".equals(metaData.getDatabaseProductName());
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		FailureCode row = NUMBERS.find(ex.getErrorCode());
		return (row != null) ? row : STATES.find(ex.getSQLState());
	}

	@Override
	public Collection<FailureCode> codes() {
		return ALL.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return SqlServerConstraints.report(ex);
	}

	@Override
	public String upsert() {
		return "MERGE ... WITH (HOLDLOCK)";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return SqlServerCatalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return SqlServerCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return SqlServerCapabilities.PROBES;
	}

}
