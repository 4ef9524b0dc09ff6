package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.constraint.CatalogListing.Extent;
import dev.resilientdb.constraint.Catalogs.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link Catalogs} that do not know all constraints, or have several data
 * sources.
 */
@ExtendWith(OutputCaptureExtension.class)
class PartialCatalogsTests extends StubbedCatalogs {

	@Test
	void answersWhatOneDataSourceAloneLists() {
		runWithArchive((connection) -> isArchive(connection) ? all(List.of()) : ALL, (catalogs,
				dialect) -> assertThat(catalogs.complete(dialect, REPORTED, Patience.SOME)).isEqualTo(COMPLETED));
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
					"create table zebra (stripes int, constraint ck_stripes check (stripes > 0))", "create schema s2",
					"create table s2.pet (weight int, constraint ck_age check (weight > 0))");
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

}
