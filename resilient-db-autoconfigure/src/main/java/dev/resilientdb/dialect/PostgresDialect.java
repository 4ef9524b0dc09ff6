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
import dev.resilientdb.lint.LintCatalog;
import dev.resilientdb.migration.MigrationDialect;
import dev.resilientdb.pool.ServerLimits;
import dev.resilientdb.pool.ServerLimitsDialect;

/**
 * PostgreSQL, with the codes of
 * <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">its
 * appendix</a> and those of the <a href=
 * "https://github.com/aws/aws-advanced-jdbc-wrapper/blob/main/docs/using-the-jdbc-driver/using-plugins/UsingTheFailoverPlugin.md">AWS
 * wrapper</a>. Any error aborts the transaction; a FATAL one ends the session.
 */
final class PostgresDialect
		implements FailureDialect, PostgresConstraintDialect, ServerLimitsDialect, MigrationDialect, CapabilityDialect {

	static final String PRODUCT = "PostgreSQL";

	/**
	 * 57014 stands for both statement_timeout and a cancel request of the user.
	 */
	static final CodeTable CODES = CodeTable.of("""
			08000  CONNECTION_LOST        SESSION      connection_exception
			08001  CONNECTION_REFUSED     SESSION      sqlclient_unable_to_establish_sqlconnection
			08003  CONNECTION_LOST        SESSION      connection_does_not_exist
			08004  CONNECTION_REFUSED     SESSION      sqlserver_rejected_establishment_of_sqlconnection
			08006  CONNECTION_LOST        SESSION      connection_failure
			08007  OUTCOME_UNKNOWN        UNKNOWN      transaction_resolution_unknown
			08P01  INTERNAL               SESSION      protocol_violation
			08S01  CONNECTION_LOST        SESSION      communication_link_failure (AWS wrapper)
			08S02  FAILED_OVER            TRANSACTION  failover succeeded (AWS wrapper)

			0A000  UNSUPPORTED            TRANSACTION  feature_not_supported

			22001  VALUE_TOO_LONG         TRANSACTION  string_data_right_truncation
			22003  VALUE_OUT_OF_RANGE     TRANSACTION  numeric_value_out_of_range
			22004  INVALID_VALUE          TRANSACTION  null_value_not_allowed
			22007  INVALID_VALUE          TRANSACTION  invalid_datetime_format
			22008  VALUE_OUT_OF_RANGE     TRANSACTION  datetime_field_overflow
			22012  INVALID_VALUE          TRANSACTION  division_by_zero
			22021  INVALID_VALUE          TRANSACTION  character_not_in_repertoire
			22023  INVALID_VALUE          TRANSACTION  invalid_parameter_value
			22026  VALUE_TOO_LONG         TRANSACTION  string_data_length_mismatch
			2200H  VALUE_OUT_OF_RANGE     TRANSACTION  sequence_generator_limit_exceeded
			22P02  INVALID_VALUE          TRANSACTION  invalid_text_representation
			22P03  INVALID_VALUE          TRANSACTION  invalid_binary_representation
			22P05  INVALID_VALUE          TRANSACTION  untranslatable_character

			23001  FOREIGN_KEY_VIOLATION  TRANSACTION  restrict_violation
			23502  NOT_NULL_VIOLATION     TRANSACTION  not_null_violation
			23503  FOREIGN_KEY_VIOLATION  TRANSACTION  foreign_key_violation
			23505  UNIQUE_VIOLATION       TRANSACTION  unique_violation
			23514  CHECK_VIOLATION        TRANSACTION  check_violation
			23P01  EXCLUSION_VIOLATION    TRANSACTION  exclusion_violation

			25001  UNSUPPORTED            TRANSACTION  active_sql_transaction
			25006  READ_ONLY              TRANSACTION  read_only_sql_transaction
			25P02  UNKNOWN                TRANSACTION  CONSEQUENCE  in_failed_sql_transaction
			25P03  TRANSACTION_TIMEOUT    SESSION      idle_in_transaction_session_timeout
			25P04  TRANSACTION_TIMEOUT    SESSION      transaction_timeout

			26000  MISSING_OBJECT         TRANSACTION  invalid_sql_statement_name
			28000  AUTHENTICATION         SESSION      invalid_authorization_specification
			28P01  AUTHENTICATION         SESSION      invalid_password
			3B001  MISSING_OBJECT         TRANSACTION  CONSEQUENCE  invalid_savepoint_specification
			3D000  MISSING_OBJECT         SESSION      invalid_catalog_name
			3F000  MISSING_OBJECT         TRANSACTION  invalid_schema_name

			40001  SERIALIZATION_FAILURE  TRANSACTION  serialization_failure
			40002  CHECK_VIOLATION        TRANSACTION  transaction_integrity_constraint_violation
			40003  OUTCOME_UNKNOWN        UNKNOWN      statement_completion_unknown
			40P01  DEADLOCK               TRANSACTION  deadlock_detected

			42501  PERMISSION             TRANSACTION  insufficient_privilege
			42601  SYNTAX                 TRANSACTION  syntax_error
			42701  DUPLICATE_OBJECT       TRANSACTION  duplicate_column
			42702  SYNTAX                 TRANSACTION  ambiguous_column
			42703  MISSING_OBJECT         TRANSACTION  undefined_column
			42704  MISSING_OBJECT         TRANSACTION  undefined_object
			42710  DUPLICATE_OBJECT       TRANSACTION  duplicate_object
			42723  DUPLICATE_OBJECT       TRANSACTION  duplicate_function
			42803  SYNTAX                 TRANSACTION  grouping_error
			42804  SYNTAX                 TRANSACTION  datatype_mismatch
			42883  MISSING_OBJECT         TRANSACTION  undefined_function
			42P01  MISSING_OBJECT         TRANSACTION  undefined_table
			42P04  DUPLICATE_OBJECT       TRANSACTION  duplicate_database
			42P05  DUPLICATE_OBJECT       TRANSACTION  duplicate_prepared_statement
			42P06  DUPLICATE_OBJECT       TRANSACTION  duplicate_schema
			42P07  DUPLICATE_OBJECT       TRANSACTION  duplicate_table
			42P18  SYNTAX                 TRANSACTION  indeterminate_datatype
			44000  CHECK_VIOLATION        TRANSACTION  with_check_option_violation

			53000  OUT_OF_MEMORY          TRANSACTION  insufficient_resources
			53100  DISK_FULL              TRANSACTION  disk_full
			53200  OUT_OF_MEMORY          TRANSACTION  out_of_memory
			53300  TOO_MANY_CONNECTIONS   SESSION      too_many_connections
			53400  UNSUPPORTED            TRANSACTION  configuration_limit_exceeded
			54000  UNSUPPORTED            TRANSACTION  program_limit_exceeded
			54001  UNSUPPORTED            TRANSACTION  statement_too_complex
			55000  UNSUPPORTED            TRANSACTION  object_not_in_prerequisite_state
			55006  LOCK_TIMEOUT           TRANSACTION  object_in_use
			55P03  LOCK_TIMEOUT           TRANSACTION  lock_not_available

			57014  STATEMENT_TIMEOUT      TRANSACTION  query_canceled
			57P01  SERVER_SHUTDOWN        SESSION      admin_shutdown
			57P02  SERVER_SHUTDOWN        SESSION      crash_shutdown
			57P03  SERVER_STARTING        SESSION      cannot_connect_now
			57P04  MISSING_OBJECT         SESSION      database_dropped
			57P05  CONNECTION_LOST        SESSION      idle_session_timeout
			58000  IO_ERROR               TRANSACTION  system_error
			58030  IO_ERROR               TRANSACTION  io_error
			58P01  IO_ERROR               TRANSACTION  undefined_file
			72000  SERIALIZATION_FAILURE  TRANSACTION  snapshot_too_old
			P0000  UNKNOWN                TRANSACTION  plpgsql_error
			P0001  UNKNOWN                TRANSACTION  raise_exception
			P0002  UNKNOWN                TRANSACTION  no_data_found
			P0003  UNKNOWN                TRANSACTION  too_many_rows
			P0004  UNKNOWN                TRANSACTION  assert_failure
			XX000  INTERNAL               TRANSACTION  internal_error
			XX001  CORRUPTION             TRANSACTION  data_corrupted
			XX002  CORRUPTION             TRANSACTION  index_corrupted
			""");

	private static final Set<String> DRIVERS = DriverPackages.of("org.postgresql.", "software.amazon.jdbc.");

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
		return CODES.find(ex.getSQLState());
	}

	@Override
	public Collection<FailureCode> codes() {
		return CODES.rows();
	}

	@Override
	public ServerLimits limits(Connection connection) throws SQLException {
		return PostgresLimits.QUERY.run(connection);
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return PostgresCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return PostgresCapabilities.PROBES;
	}

	@Override
	public LintCatalog catalog(Connection connection) throws SQLException {
		return PostgresTables.QUERY.run(connection);
	}

}
