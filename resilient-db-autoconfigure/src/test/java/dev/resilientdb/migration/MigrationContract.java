package dev.resilientdb.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Applications that migrate a database which each test finds empty.
 */
abstract class MigrationContract {

	private final TestDatabase database;

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	Scripts scripts;

	MigrationContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void prepare(@TempDir Path directory) {
		this.database.open();
		this.scripts = new Scripts(directory);
	}

	@AfterEach
	void clear() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
		this.database.close();
	}

	TestDatabase database() {
		return this.database;
	}

	TestApplication application(String... properties) {
		return TestApplication.on(this.database)
			.withoutJpa()
			.withProperties("spring.flyway.enabled=true", this.scripts.location())
			.withProperties(properties);
	}

	ConfigurableApplicationContext start(String... properties) {
		return start(application(properties));
	}

	ConfigurableApplicationContext start(TestApplication application) {
		ConfigurableApplicationContext context = application.start();
		this.contexts.add(context);
		return context;
	}

	MigrationReport report(ConfigurableApplicationContext context) {
		return context.getBean(MigrationReports.class).of("flyway");
	}

	MigrationRefusedException refusal(String... properties) {
		return refusal(application(properties));
	}

	MigrationRefusedException refusal(TestApplication application) {
		BeanCreationException ex = catchThrowableOfType(BeanCreationException.class, () -> start(application));
		return (MigrationRefusedException) NestedExceptionUtils.getMostSpecificCause(ex);
	}

	/**
	 * A start that Flyway breaks off.
	 */
	void fails(String... properties) {
		assertThatThrownBy(() -> start(properties)).hasRootCauseInstanceOf(SQLException.class);
	}

	Anomaly anomaly(MigrationRefusedException refusal) {
		assertThat(refusal.anomalies()).hasSize(1);
		return refusal.anomalies().get(0);
	}

	Anomaly anomaly(ConfigurableApplicationContext context) {
		assertThat(report(context).anomalies()).hasSize(1);
		return report(context).anomalies().get(0);
	}

	/**
	 * Does what an advice says with statements.
	 */
	void execute(String statement, Anomaly anomaly) {
		jdbc().execute(statement(statement, anomaly));
	}

	String statement(String statement, Anomaly anomaly) {
		Matcher matcher = Pattern.compile(statement + " [^;]+;").matcher(anomaly.advice());
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

	/**
	 * Changes something by hand, with names in brackets quoted for the product.
	 */
	void execute(String sql) throws SQLException {
		try (Connection connection = database().dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql.replaceAll("[\\[\\]]", connection.getMetaData().getIdentifierQuoteString()));
		}
	}

	/**
	 * A setting with the value that an advice names.
	 */
	String property(String key, Anomaly anomaly) {
		Matcher matcher = Pattern.compile(Pattern.quote(key) + "=[^\\s,.)]+(,[^\\s,.)]+)*").matcher(anomaly.advice());
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

	/**
	 * What a refusal must not change: the history and the names of all tables.
	 */
	List<Object> schema() {
		SchemaHistory history = new SchemaHistory("flyway", "dataSource", null, "flyway_schema_history");
		return jdbc().execute((Connection connection) -> List.of(tables(connection),
				HistoryRows.exist(connection, history) ? HistoryRows.read(connection, history) : "no history"));
	}

	private static List<String> tables(Connection connection) throws SQLException {
		List<String> names = new ArrayList<>();
		try (ResultSet tables = connection.getMetaData()
			.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
			while (tables.next()) {
				names.add(tables.getString("TABLE_NAME"));
			}
		}
		return names;
	}

	FailureAnalysis analysis(MigrationRefusedException refusal) {
		return new MigrationRefusedFailureAnalyzer().analyze(refusal);
	}

	/**
	 * The next start tells what was repaired, and the one after has nothing to tell.
	 */
	void assertRepaired() {
		ConfigurableApplicationContext context = start();
		assertThat(report(context).anomalies()).extracting(Anomaly::id).containsExactly("repaired-history");
		context.close();
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	/**
	 * Works on the database without the application.
	 */
	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.database.dataSource());
	}

}
