package dev.resilientdb.constraint;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.resilientdb.constraint.CatalogListing.Extent;
import dev.resilientdb.constraint.Catalogs.Patience;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link Catalogs}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CatalogsTests {

	private static final String ARCHIVE = "catalogsarchive";

	private static final ReportedViolation REPORTED = ReportedViolation.of(Kind.CHECK).withConstraint("ck_age");

	private static final List<CatalogConstraint> CONSTRAINTS = List
		.of(new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null, "PUBLIC", "CUSTOMER",
				List.of("AGE")));

	private static final CatalogConstraint OTHER = new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null,
			"PUBLIC", "PET", List.of());

	private static final CatalogListing ALL = all(CONSTRAINTS);

	private static final ReportedViolation COMPLETED = REPORTED.withConstraint("CK_AGE")
		.withTable("CUSTOMER")
		.withColumn("AGE");

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class,
				DataSourceAutoConfiguration.class, ConstraintAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + database.url(), "spring.datasource.username=sa",
				"spring.datasource.password=secret", "spring.datasource.hikari.maximum-pool-size=1",
				"resilient-db.constraint.catalog.max-wait=10s");

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	private final AtomicInteger readings = new AtomicInteger();

	@Test
	void addsWhatTheCatalogueKnows() {
		run(Runnable::run, (connection) -> ALL,
				(catalogs, dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME))
					.isEqualTo(REPORTED.withConstraint("CK_AGE").withTable("CUSTOMER").withColumn("AGE")));
	}

	@Test
	void readsNothingUntilAsked() {
		run(Runnable::run, (connection) -> ALL, (catalogs, dialect) -> assertThat(this.readings).hasValue(0));
	}

	@Test
	void readsOnceForManyViolations() {
		run(Runnable::run, (connection) -> ALL, (catalogs, dialect) -> {
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			assertThat(this.readings).hasValue(1);
		});
	}

	@Test
	void answersWithoutWaitingWhileTheDatabaseIsSlow() {
		Deque<Runnable> pending = new ArrayDeque<>();
		run(pending::add, (connection) -> ALL, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.NONE)).isEqualTo(REPORTED);
			pending.remove().run();
			assertThat(catalogs.complete(dialect, REPORTED, Patience.NONE)).isNotEqualTo(REPORTED);
		});
	}

	@Test
	void waitsForTheFirstReading() {
		CountDownLatch asked = new CountDownLatch(1);
		run((task) -> new Thread(task).start(), (connection) -> {
			asked.countDown();
			return ALL;
		}, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isNotEqualTo(REPORTED);
			assertThat(asked.getCount()).isZero();
		});
	}

	@Test
	void doesNotWaitAgainAfterTheTimeForTheFirstReadingPassed() {
		run((task) -> {
		}, (connection) -> ALL, (catalogs, dialect) -> {
			catalogs.complete(dialect, REPORTED, Patience.NONE);
			this.now.set(this.now.get().plusSeconds(11));
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
		});
	}

	@Test
	void answersWithoutCatalogueWhenTheDatabaseIsDown() {
		run(Runnable::run, (connection) -> {
			throw new SQLException("down");
		}, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
			assertThat(this.readings).hasValue(1);
		});
	}

	@Test
	void readsAgainAfterAnErrorOfTheDriver() {
		run(Runnable::run, (connection) -> {
			throw new NoClassDefFoundError("org/example/Driver");
		}, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
			this.now.set(this.now.get().plus(Duration.ofSeconds(31)));
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
			assertThat(this.readings).hasValue(2);
		});
	}

	@Test
	void leavesColumnsOfTheDriverAloneThatTheCatalogueDoesNotKnow() {
		ReportedViolation elsewhere = REPORTED.withColumn("weight");
		run(Runnable::run, (connection) -> ALL, (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, elsewhere, Patience.SOME)).isEqualTo(elsewhere));
	}

	@Test
	void readsAgainForAnUnknownNameAfterAPause() {
		ReportedViolation unknown = REPORTED.withConstraint("ck_new");
		run(Runnable::run, (connection) -> ALL, (catalogs, dialect) -> {
			catalogs.complete(dialect, unknown, Patience.SOME);
			catalogs.complete(dialect, unknown, Patience.SOME);
			assertThat(this.readings).hasValue(1);
			this.now.set(this.now.get().plus(Duration.ofSeconds(31)));
			catalogs.complete(dialect, unknown, Patience.SOME);
			assertThat(this.readings).hasValue(2);
		});
	}

	@Test
	void leavesOpenWhichOfSeveralTablesIsMeant() {
		run(Runnable::run, (connection) -> all(List.of(CONSTRAINTS.get(0), OTHER)), (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED));
	}

	@Test
	void answersWhatOneDataSourceAloneLists() {
		runWithArchive((connection) -> isArchive(connection) ? all(List.of()) : ALL,
				(catalogs, dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME))
					.isEqualTo(COMPLETED));
	}

	@Test
	void doesNotReadAgainForANameThatOneDataSourceLists() {
		runWithArchive((connection) -> isArchive(connection) ? all(List.of()) : ALL, (catalogs, dialect) -> {
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			this.now.set(this.now.get().plus(Duration.ofSeconds(31)));
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			assertThat(this.readings).hasValue(2);
		});
	}

	@Test
	void leavesOpenWhatDataSourcesListDifferently() {
		runWithArchive((connection) -> isArchive(connection) ? all(List.of(OTHER)) : ALL, (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED));
	}

	@Test
	void leavesOpenWhatADataSourceWithTooManyRowsMayList() {
		CatalogListing cut = new CatalogListing(List.of(), List.of(), Extent.CUT);
		runWithArchive((connection) -> isArchive(connection) ? cut : ALL, (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED));
	}

	@Test
	void leavesOpenWhatAnUnreadDataSourceMayList() {
		runWithArchive((connection) -> {
			if (isArchive(connection)) {
				throw new SQLException("down");
			}
			return ALL;
		}, (catalogs, dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED));
	}

	@Test
	void leavesOpenWhichTableIsMeantWhenNotAllWereRead() {
		database.owner()
			.execute("drop all objects", "create table customer (age int, constraint ck_age check (age > 0))",
					"create table zebra (stripes int, constraint ck_stripes check (stripes > 0))",
					"create schema s2", "create table s2.pet (weight int, constraint ck_age check (weight > 0))");
		this.contextRunner.withPropertyValues("resilient-db.constraint.catalog.max-rows=2").run((context) -> {
			awaitProduct(context);
			Throwable thrown = catchThrowable(
					() -> new JdbcTemplate(database.dataSource()).execute("insert into s2.pet values (-1)"));
			assertThat(context.getBean(ConstraintViolationResolver.class).resolve(thrown).table()).isNull();
		});
	}

	@Test
	void completesTablesThatTheDriverTellsWhenNotAllWereRead() {
		ReportedViolation told = REPORTED.withSchema("PUBLIC").withTable("CUSTOMER");
		CatalogListing cut = new CatalogListing(CONSTRAINTS, List.of(), Extent.CUT);
		run(Runnable::run, (connection) -> cut,
				(catalogs, dialect) -> assertThat(catalogs.complete(dialect, told, Patience.SOME))
					.isEqualTo(COMPLETED.withSchema("PUBLIC")));
	}

	@Test
	void needsTheSchemaWhenOthersWereNotRead() {
		CatalogListing current = new CatalogListing(CONSTRAINTS, List.of(), Extent.CURRENT_SCHEMA);
		run(Runnable::run, (connection) -> current, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED);
			assertThat(catalogs.complete(dialect, REPORTED.withSchema("PUBLIC"), Patience.SOME))
				.isEqualTo(COMPLETED.withSchema("PUBLIC"));
		});
	}

	@Test
	void tellsOnceThatNotAllWereRead(CapturedOutput output) {
		CatalogListing cut = new CatalogListing(CONSTRAINTS, List.of(), Extent.CUT);
		run(Runnable::run, (connection) -> cut, (catalogs, dialect) -> {
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			this.now.set(this.now.get().plus(Duration.ofMinutes(11)));
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			assertThat(this.readings).hasValue(2);
			assertThat(output.getAll()).containsOnlyOnce("resilient-db.constraint.catalog.max-rows=10");
		});
	}

	@Test
	void answersWhileThePoolIsExhausted() {
		database.owner()
			.execute("drop all objects", "create table customer (age int, constraint ck_age check (age > 0))");
		this.contextRunner.run((context) -> {
			awaitProduct(context);
			Throwable thrown = catchThrowable(
					() -> new JdbcTemplate(database.dataSource()).execute("insert into customer values (-1)"));
			try (Connection held = context.getBean(DataSource.class).getConnection()) {
				assertThat(held.isValid(1)).isTrue();
				assertThat(context.getBean(ConstraintViolationResolver.class).resolve(thrown).columns())
					.containsExactly("AGE");
			}
		});
	}

	@Test
	void asksNothingWhenSwitchedOff() {
		database.owner()
			.execute("drop all objects", "create table customer (age int, constraint ck_age check (age > 0))");
		this.contextRunner.withPropertyValues("resilient-db.constraint.catalog.enabled=false").run((context) -> {
			awaitProduct(context);
			Throwable thrown = catchThrowable(
					() -> new JdbcTemplate(database.dataSource()).execute("insert into customer values (-1)"));
			assertThat(context.getBean(ConstraintViolationResolver.class).resolve(thrown).columns()).isEmpty();
		});
	}

	private void run(Executor executor, Reading reading, Check check) {
		run(this.contextRunner, executor, reading, check);
	}

	private void runWithArchive(Reading reading, Check check) {
		run(this.contextRunner.withBean("archive", DataSource.class,
				() -> new DriverManagerDataSource("jdbc:h2:mem:" + ARCHIVE),
				(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false)), Runnable::run,
				reading, check);
	}

	private void run(ApplicationContextRunner runner, Executor executor, Reading reading, Check check) {
		runner.run((context) -> {
			awaitProduct(context);
			ConstraintProperties.Catalog settings = new ConstraintProperties.Catalog(true, Duration.ofSeconds(10), 10);
			Catalogs catalogs = new Catalogs(context.getBean(DatabaseProducts.class), settings, executor,
					this.now::get);
			check.run(catalogs, new StubbedDialect(reading, this.readings));
		});
	}

	private static void awaitProduct(ApplicationContext context) {
		DatabaseProducts products = context.getBean(DatabaseProducts.class);
		context.getBean(DataSource.class);
		Awaitility.await()
			.until(() -> products.dataSourceNames().stream().allMatch((name) -> products.product(name) != null));
	}

	private static CatalogListing all(List<CatalogConstraint> constraints) {
		return new CatalogListing(constraints, List.of(), Extent.ALL_SCHEMAS);
	}

	private static boolean isArchive(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().contains(ARCHIVE);
	}

	private interface Reading {

		CatalogListing read(Connection connection) throws SQLException;

	}

	private interface Check {

		void run(Catalogs catalogs, ConstraintDialect dialect);

	}

	private record StubbedDialect(Reading reading, AtomicInteger readings) implements ConstraintDialect {

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
