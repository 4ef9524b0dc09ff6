package dev.resilientdb.migration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.resilientdb.test.TestDatabase;

class MariaDbDefaultSchemaTests extends DefaultSchemaContract {

	MariaDbDefaultSchemaTests() {
		super(TestDatabase.mariaDb());
	}

	@BeforeEach
	void grant() {
		database().admin()
			.execute("create database `order`", "grant all on `order`.* to '%s'@'%%'".formatted(database().username()));
	}

	@AfterEach
	void drop() {
		database().admin().execute("drop database `order`");
	}

	@Override
	String enter(String schema) {
		return "use `" + schema + "`";
	}

}
