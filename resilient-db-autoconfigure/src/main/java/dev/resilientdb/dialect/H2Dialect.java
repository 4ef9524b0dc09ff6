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
import dev.resilientdb.migration.LedgerSyntax;
import dev.resilientdb.migration.MigrationDialect;
import dev.resilientdb.migration.SessionDialect;

/**
 * H2, with the numbers of
 * <a href="https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html">its
 * ErrorCode</a>. It rolls back the statement, after a deadlock the transaction.
 */
final class H2Dialect implements FailureDialect, ConstraintDialect, MigrationDialect, CapabilityDialect {

	private static final String PRODUCT = "H2";

	/**
	 * 90026 and 90027 are about Java serialization; 90100 is of former releases.
	 */
	private static final CodeTable CODES = CodeTable.of("""
			22001  VALUE_TOO_LONG         STATEMENT    VALUE_TOO_LONG_2
			22003  VALUE_OUT_OF_RANGE     STATEMENT    NUMERIC_VALUE_OUT_OF_RANGE_1
			22004  VALUE_OUT_OF_RANGE     STATEMENT    NUMERIC_VALUE_OUT_OF_RANGE_2
			22007  INVALID_VALUE          STATEMENT    INVALID_DATETIME_CONSTANT_2
			22012  INVALID_VALUE          STATEMENT    DIVISION_BY_ZERO_1
			22018  INVALID_VALUE          STATEMENT    DATA_CONVERSION_ERROR_1
			22025  INVALID_VALUE          STATEMENT    LIKE_ESCAPE_ERROR_1
			22030  INVALID_VALUE          STATEMENT    ENUM_VALUE_NOT_PERMITTED
			23502  NOT_NULL_VIOLATION     STATEMENT    NULL_NOT_ALLOWED
			23503  FOREIGN_KEY_VIOLATION  STATEMENT    REFERENTIAL_INTEGRITY_VIOLATED_CHILD_EXISTS_1
			23505  UNIQUE_VIOLATION       STATEMENT    DUPLICATE_KEY_1
			23506  FOREIGN_KEY_VIOLATION  STATEMENT    REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1
			23507  NOT_NULL_VIOLATION     STATEMENT    NO_DEFAULT_SET_1
			23513  CHECK_VIOLATION        STATEMENT    CHECK_CONSTRAINT_VIOLATED_1
			23514  CHECK_VIOLATION        STATEMENT    CHECK_CONSTRAINT_INVALID
			28000  AUTHENTICATION         SESSION      WRONG_USER_OR_PASSWORD
			40001  DEADLOCK               TRANSACTION  DEADLOCK_1
			42000  SYNTAX                 STATEMENT    SYNTAX_ERROR_1
			42001  SYNTAX                 STATEMENT    SYNTAX_ERROR_2
			42101  DUPLICATE_OBJECT       STATEMENT    TABLE_OR_VIEW_ALREADY_EXISTS_1
			42102  MISSING_OBJECT         STATEMENT    TABLE_OR_VIEW_NOT_FOUND_1
			42103  MISSING_OBJECT         STATEMENT    TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2
			42104  MISSING_OBJECT         STATEMENT    TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1
			42111  DUPLICATE_OBJECT       STATEMENT    INDEX_ALREADY_EXISTS_1
			42112  MISSING_OBJECT         STATEMENT    INDEX_NOT_FOUND_1
			42121  DUPLICATE_OBJECT       STATEMENT    DUPLICATE_COLUMN_NAME_1
			42122  MISSING_OBJECT         STATEMENT    COLUMN_NOT_FOUND_1
			50000  INTERNAL               STATEMENT    GENERAL_ERROR_1
			50100  UNSUPPORTED            STATEMENT    FEATURE_NOT_SUPPORTED_1
			50200  LOCK_TIMEOUT           STATEMENT    LOCK_TIMEOUT_1
			57014  STATEMENT_TIMEOUT      STATEMENT    STATEMENT_WAS_CANCELED
			90006  VALUE_OUT_OF_RANGE     STATEMENT    SEQUENCE_EXHAUSTED
			90008  INVALID_VALUE          STATEMENT    INVALID_VALUE_2
			90013  MISSING_OBJECT         SESSION      DATABASE_NOT_FOUND_1
			90020  CONNECTION_REFUSED     SESSION      DATABASE_ALREADY_OPEN_1
			90022  MISSING_OBJECT         STATEMENT    FUNCTION_NOT_FOUND_1
			90026  INVALID_VALUE          STATEMENT    SERIALIZATION_FAILED_1
			90027  INVALID_VALUE          STATEMENT    DESERIALIZATION_FAILED_1
			90028  IO_ERROR               UNKNOWN      IO_EXCEPTION_1
			90030  CORRUPTION             UNKNOWN      FILE_CORRUPTED_1
			90031  IO_ERROR               UNKNOWN      IO_EXCEPTION_2
			90035  DUPLICATE_OBJECT       STATEMENT    SEQUENCE_ALREADY_EXISTS_1
			90036  MISSING_OBJECT         STATEMENT    SEQUENCE_NOT_FOUND_1
			90037  MISSING_OBJECT         STATEMENT    VIEW_NOT_FOUND_1
			90039  STATEMENT_TIMEOUT      STATEMENT    LOB_CLOSED_ON_TIMEOUT_1
			90040  PERMISSION             STATEMENT    ADMIN_RIGHTS_REQUIRED
			90045  DUPLICATE_OBJECT       STATEMENT    CONSTRAINT_ALREADY_EXISTS_1
			90057  MISSING_OBJECT         STATEMENT    CONSTRAINT_NOT_FOUND_1
			90062  IO_ERROR               UNKNOWN      FILE_CREATION_FAILED_1
			90063  MISSING_OBJECT         STATEMENT    CONSEQUENCE  SAVEPOINT_IS_INVALID_1
			90067  CONNECTION_LOST        SESSION      CONNECTION_BROKEN_1
			90078  DUPLICATE_OBJECT       STATEMENT    SCHEMA_ALREADY_EXISTS_1
			90079  MISSING_OBJECT         STATEMENT    SCHEMA_NOT_FOUND_1
			90096  PERMISSION             STATEMENT    NOT_ENOUGH_RIGHTS_FOR_1
			90097  READ_ONLY              STATEMENT    DATABASE_IS_READ_ONLY
			90098  CONNECTION_LOST        SESSION      DATABASE_IS_CLOSED
			90100  DISK_FULL              UNKNOWN      NO_DISK_SPACE_AVAILABLE
			90108  OUT_OF_MEMORY          UNKNOWN      OUT_OF_MEMORY
			90112  OPTIMISTIC_LOCK        STATEMENT    ROW_NOT_FOUND_WHEN_DELETING_1
			90117  CONNECTION_REFUSED     SESSION      REMOTE_CONNECTION_NOT_ALLOWED
			90121  CONNECTION_LOST        SESSION      DATABASE_CALLED_AT_SHUTDOWN
			90130  UNSUPPORTED            STATEMENT    METHOD_NOT_ALLOWED_FOR_PREPARED_STATEMENT
			90131  SERIALIZATION_FAILURE  STATEMENT    CONCURRENT_UPDATE_1
			90135  CONNECTION_REFUSED     SESSION      DATABASE_IS_IN_EXCLUSIVE_MODE
			90146  MISSING_OBJECT         SESSION      DATABASE_NOT_FOUND_WITH_IF_EXISTS_1
			90149  MISSING_OBJECT         SESSION      REMOTE_DATABASE_NOT_FOUND_1
			""");

	@Override
	public String product() {
		return PRODUCT;
	}

	@Override
	public Set<String> driverPackages() {
		return Set.of("org.h2.");
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
		return H2Constraints.report(ex);
	}

	@Override
	public String upsert() {
		return "MERGE INTO";
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return H2Catalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	public SessionDialect sessions() {
		return H2Sessions.INSTANCE;
	}

	@Override
	public LedgerSyntax ledger() {
		return H2Ledger.SYNTAX;
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return H2Capabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return H2Capabilities.PROBES;
	}

	@Override
	public LintCatalog catalog(Connection connection) throws SQLException {
		return H2Tables.QUERY.run(connection);
	}

}
