package dev.resilientdb.constraint;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.resilientdb.constraint.CatalogListing.Extent;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.test.TestDatabase;

/**
 * Catalogues whose reading a test controls, of one or two data sources on H2.
 */
abstract class StubbedCatalogs {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final String ARCHIVE = "catalogsarchive";

	static final ReportedViolation REPORTED = ReportedViolation.of(Kind.CHECK).withConstraint("ck_age");

	static final List<CatalogConstraint> CONSTRAINTS = List
		.of(new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null, "PUBLIC", "CUSTOMER", List.of("AGE")));

	static final CatalogConstraint OTHER = new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null, "PUBLIC",
			"PET", List.of());

	static final CatalogListing ALL = all(CONSTRAINTS);

	static final ReportedViolation COMPLETED = REPORTED.withConstraint("CK_AGE")
		.withTable("CUSTOMER")
		.withColumn("AGE");

	final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class,
				DataSourceAutoConfiguration.class, ConstraintAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + database.url(), "spring.datasource.username=sa",
				"spring.datasource.password=secret", "spring.datasource.hikari.maximum-pool-size=1",
				"resilient-db.constraint.catalog.max-wait=10s");

	final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	final AtomicInteger readings = new AtomicInteger();

	void run(Executor executor, Reading reading, Check check) {
		run(this.contextRunner, executor, reading, check);
	}

	void runWithArchive(Reading reading, Check check) {
		run(this.contextRunner.withBean("archive", DataSource.class,
				() -> new DriverManagerDataSource("jdbc:h2:mem:" + ARCHIVE),
				(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false)), Runnable::run,
				reading, check);
	}

	void run(ApplicationContextRunner runner, Executor executor, Reading reading, Check check) {
		runner.run((context) -> {
			awaitProduct(context);
			ConstraintProperties.Catalog settings = new ConstraintProperties.Catalog(true, Duration.ofSeconds(10), 10);
			Catalogs catalogs = new Catalogs(context.getBean(DatabaseProducts.class), settings, executor,
					this.now::get);
			check.run(catalogs, new StubbedDialect(reading, this.readings));
		});
	}

	static void awaitProduct(ApplicationContext context) {
		DatabaseProducts products = context.getBean(DatabaseProducts.class);
		context.getBean(DataSource.class);
		Awaitility.await()
			.until(() -> products.dataSourceNames().stream().allMatch((name) -> products.product(name) != null));
	}

	static CatalogListing all(List<CatalogConstraint> constraints) {
		return new CatalogListing(constraints, List.of(), Extent.ALL_SCHEMAS);
	}

	static boolean isArchive(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().contains(ARCHIVE);
	}

	interface Reading {

		CatalogListing read(Connection connection) throws SQLException;

	}

	interface Check {

		void run(Catalogs catalogs, ConstraintDialect dialect);

	}

	record StubbedDialect(Reading reading, AtomicInteger readings) implements ConstraintDialect {

		@Override
		public String product() {
			return "H2";
		}

		@Override
		public ReportedViolation report(SQLException ex) {
			return REPORTED;
		}

		@Override
		public String upsert() {
			return "MERGE";
		}

		@Override
		public CatalogListing constraints(Connection connection, int limit) throws SQLException {
			this.readings.incrementAndGet();
			return this.reading.read(connection);
		}

	}

}
