package dev.resilientdb.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

	FailureAnalysis analysis(MigrationRefusedException refusal) {
		return new MigrationRefusedFailureAnalyzer().analyze(refusal);
	}

	/**
	 * Works on the database without the application.
	 */
	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.database.dataSource());
	}

}
