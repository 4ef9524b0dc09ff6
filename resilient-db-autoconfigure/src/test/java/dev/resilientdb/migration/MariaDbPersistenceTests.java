package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbPersistenceTests extends PersistenceContract {

	MariaDbPersistenceTests() {
		super(TestDatabase.mariaDb());
	}

	@Test
	void hibernateMayNotChangeTheDatabaseOfFlywayWhoseUrlNamesNone() {
		String name = jdbc().queryForObject("select database()", String.class);
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.hibernate.ddl-auto=update").withProperties(loginOfFlyway())
			.withProperties("spring.flyway.url=" + database().url().replace("/" + name, "/"),
					"spring.flyway.default-schema=" + name)));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
		assertThat(schema()).asString().doesNotContain("label");
	}

}
