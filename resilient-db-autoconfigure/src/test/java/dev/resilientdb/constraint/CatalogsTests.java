package dev.resilientdb.constraint;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.constraint.Catalogs.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link Catalogs}.
 */
class CatalogsTests extends StubbedCatalogs {

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

}
