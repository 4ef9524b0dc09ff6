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
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

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
class CatalogsTests {

	private static final ReportedViolation REPORTED = ReportedViolation.of(Kind.CHECK).withConstraint("ck_age");

	private static final List<CatalogConstraint> CONSTRAINTS = List
		.of(new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null, "CUSTOMER", List.of("AGE")));

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
		run(Runnable::run, (connection) -> CONSTRAINTS,
				(catalogs, dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME))
					.isEqualTo(REPORTED.withConstraint("CK_AGE").withTable("CUSTOMER").withColumn("AGE")));
	}

	@Test
	void readsNothingUntilAsked() {
		run(Runnable::run, (connection) -> CONSTRAINTS, (catalogs, dialect) -> assertThat(this.readings).hasValue(0));
	}

	@Test
	void readsOnceForManyViolations() {
		run(Runnable::run, (connection) -> CONSTRAINTS, (catalogs, dialect) -> {
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			catalogs.complete(dialect, REPORTED, Patience.SOME);
			assertThat(this.readings).hasValue(1);
		});
	}

	@Test
	void answersWithoutWaitingWhileTheDatabaseIsSlow() {
		Deque<Runnable> pending = new ArrayDeque<>();
		run(pending::add, (connection) -> CONSTRAINTS, (catalogs, dialect) -> {
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
			return CONSTRAINTS;
		}, (catalogs, dialect) -> {
			assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isNotEqualTo(REPORTED);
			assertThat(asked.getCount()).isZero();
		});
	}

	@Test
	void doesNotWaitAgainAfterTheTimeForTheFirstReadingPassed() {
		run((task) -> {
		}, (connection) -> CONSTRAINTS, (catalogs, dialect) -> {
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
		run(Runnable::run, (connection) -> CONSTRAINTS, (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, elsewhere, Patience.SOME)).isEqualTo(elsewhere));
	}

	@Test
	void readsAgainForAnUnknownNameAfterAPause() {
		ReportedViolation unknown = REPORTED.withConstraint("ck_new");
		run(Runnable::run, (connection) -> CONSTRAINTS, (catalogs, dialect) -> {
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
		CatalogConstraint other = new CatalogConstraint(CatalogConstraint.Type.CHECK, "CK_AGE", null, "PET", List.of());
		run(Runnable::run, (connection) -> List.of(CONSTRAINTS.get(0), other), (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(REPORTED));
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
		this.contextRunner.run((context) -> {
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
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	private interface Reading {

		List<CatalogConstraint> read(Connection connection) throws SQLException;

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
		public List<CatalogConstraint> constraints(Connection connection, int limit) throws SQLException {
			this.readings.incrementAndGet();
			return this.reading.read(connection);
		}

	}

}
