package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link OtherSchemaContract} on MariaDB 11.4, whose message of a duplicate key has no
 * schema.
 */
class MariaDbOtherSchemaTests extends OtherSchemaContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbOtherSchemaTests() {
		super(DATABASE);
	}

	@Override
	String schema() {
		return this.database.username() + "_elsewhere";
	}

	@Override
	void createSchema(String name) {
		this.database.admin()
			.execute("create database " + name,
					"grant all on %s.* to '%s'@'%%'".formatted(name, this.database.username()));
	}

	@Override
	void dropSchema(String name) {
		this.database.admin().execute("drop database " + name);
	}

	@Override
	List<String> columnsOfKey() {
		return List.of();
	}

}
