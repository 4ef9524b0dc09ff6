package dev.resilientdb.constraint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Which row of a batch broke the rule, as a real driver tells it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BatchContract {

	final TestDatabase database;

	private final ConstraintViolationResolver resolver = Resolvers.create();

	BatchContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void createTable() {
		this.database.owner()
			.execute("create table batch_row (code varchar(80) not null, constraint uk_batch_row unique (code))");
	}

	/**
	 * What the driver tells when the row at this position of a batch fails.
	 */
	Integer told(int row) {
		return row;
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "1, 2", "0, 3", "2, 3", "2, 4", "7, 10", "9, 10" })
	void tellsFailedRow(int row, int rows) {
		assertThat(resolve(failing(row, rows, "first"), Map.of()).batchIndex()).isEqualTo(told(row));
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0, 2", "1, 2", "0, 4", "1, 4", "3, 4" })
	void tellsFailedStatement(int row, int rows) {
		List<String> codes = failing(row, rows, "first");
		Throwable thrown = catchThrowable(() -> insertByStatements(codes, Map.of()));
		assertThat(this.resolver.resolve(thrown).batchIndex()).isEqualTo(row);
	}

	@Test
	void isNotFooledByHostileValue() {
		assertThat(resolve(failing(1, 4, "0 1 2 3 ),( Batch entry 3 "), Map.of()).batchIndex()).isIn(null, told(1));
	}

	@Test
	void namesConstraintOfFailedRow() {
		ConstraintViolation violation = resolve(failing(1, 2, "first"), Map.of());
		assertThat(RealConstraintContract.lower(violation.constraint())).isIn(null, "uk_batch_row");
		assertThat(violation.kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE);
	}

	final List<String> failing(int row, int rows, String value) {
		List<String> codes = new ArrayList<>();
		codes.add(value);
		for (int i = 0; i < rows; i++) {
			codes.add((i == row) ? value : "code " + i);
		}
		return codes;
	}

	/**
	 * The first code is there already, the others are the batch.
	 */
	final ConstraintViolation resolve(List<String> codes, Map<String, String> driverProperties) {
		Throwable thrown = catchThrowable(() -> insert(codes, driverProperties));
		assertThat(thrown).as("what the batch threw").isNotNull();
		return this.resolver.resolve(thrown);
	}

	final void insertByStatements(List<String> codes, Map<String, String> driverProperties) throws Exception {
		try (Connection connection = this.database.dataSource(driverProperties).getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeUpdate("insert into batch_row values ('" + codes.get(0) + "')");
			for (String code : codes.subList(1, codes.size())) {
				statement.addBatch("insert into batch_row values ('" + code + "')");
			}
			statement.executeBatch();
		}
	}

	private void insert(List<String> codes, Map<String, String> driverProperties) throws Exception {
		try (Connection connection = this.database.dataSource(driverProperties).getConnection();
				PreparedStatement statement = connection.prepareStatement("insert into batch_row values (?)")) {
			connection.setAutoCommit(false);
			statement.setString(1, codes.get(0));
			statement.executeUpdate();
			for (String code : codes.subList(1, codes.size())) {
				statement.setString(1, code);
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

}
