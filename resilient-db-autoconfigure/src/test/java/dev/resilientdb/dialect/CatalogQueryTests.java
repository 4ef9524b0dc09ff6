package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.constraint.CatalogConstraint;
import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.CatalogListing.Extent;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CatalogQuery} on H2.
 */
class CatalogQueryTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@BeforeAll
	static void createTables() {
		database.owner()
			.execute("create table a (x int, constraint ck_a check (x > 0), constraint ck_a2 check (x > 1))",
					"create table b (x int, constraint ck_b check (x > 0), constraint ck_b2 check (x > 1))",
					"create schema s2", "create table s2.c (x int, constraint ck_c check (x > 0))",
					"create table s2.d (x int, constraint ck_d check (x > 0))");
	}

	@Test
	void readsTheCurrentSchemaAndTheOthers() throws SQLException {
		CatalogListing listing = run(H2Catalog.CONSTRAINTS, 50);
		assertThat(listing.extent()).isEqualTo(Extent.ALL_SCHEMAS);
		assertThat(listing.current()).extracting(CatalogConstraint::name)
			.containsExactly("CK_A", "CK_A2", "CK_B", "CK_B2");
		assertThat(listing.others()).extracting(CatalogConstraint::schema).containsExactly("S2", "S2");
	}

	@Test
	void listsNoTableWithoutAllItsConstraints() throws SQLException {
		CatalogListing listing = run(H2Catalog.CONSTRAINTS, 3);
		assertThat(listing.extent()).isEqualTo(Extent.CUT);
		assertThat(listing.current()).extracting(CatalogConstraint::table).containsExactly("A", "A");
		assertThat(listing.others()).isEmpty();
	}

	@Test
	void cutsOtherSchemasFirst() throws SQLException {
		CatalogListing listing = run(H2Catalog.CONSTRAINTS, 6);
		assertThat(listing.extent()).isEqualTo(Extent.CUT);
		assertThat(listing.current()).hasSize(4);
		assertThat(listing.others()).extracting(CatalogConstraint::table).containsExactly("C");
	}

	@Test
	void keepsTheCurrentSchemaWhenOthersCannotBeRead() throws SQLException {
		CatalogQuery failing = new CatalogQuery(H2Catalog.CONSTRAINTS.sql(), List.of("= current_schema", "= nowhere"),
				Extent.ALL_SCHEMAS, (expression) -> List.of());
		CatalogListing listing = run(failing, 50);
		assertThat(listing.extent()).isEqualTo(Extent.CURRENT_SCHEMA);
		assertThat(listing.current()).hasSize(4);
	}

	private static CatalogListing run(CatalogQuery query, int limit) throws SQLException {
		try (Connection connection = database.dataSource().getConnection()) {
			return query.run(connection, limit);
		}
	}

}
