package dev.resilientdb.migration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hibernate besides Flyway.
 */
abstract class PersistenceContract extends MigrationContract {

	PersistenceContract(TestDatabase database) {
		super(database);
	}

	@Test
	void hibernateMayNotChangeTheSchemaInProduction() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.hibernate.ddl-auto=update")));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
		assertThat(anomaly.subject()).isEqualTo("entityManagerFactory");
		assertThat(anomaly.evidence()).startsWith("Its hibernate.hbm2ddl.auto is update");
		assertThat(schema()).asString().doesNotContain("label");
	}

	@Test
	void providerMayNotChangeTheSchemaInProduction() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(
				refusal(jpa("spring.jpa.properties.jakarta.persistence.schema-generation.database.action=create")));
		assertThat(anomaly.evidence())
			.startsWith("Its jakarta.persistence.schema-generation.database.action is create");
	}

	@Test
	void hibernateComparesTheSchemaWhenTheAdviceIsFollowed() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.generate-ddl=true")));
		this.scripts.with("V2__label.sql", "alter table shelf add label varchar(20)");
		ConfigurableApplicationContext context = start(
				jpa("spring.jpa.generate-ddl=true", property("spring.jpa.hibernate.ddl-auto", anomaly)));
		assertThat(report(context).anomalies()).isEmpty();
	}

	@Test
	void propertyOfHibernateHasToBeRemovedWhereBootPrefersIt() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key, label varchar(20))");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.properties.hibernate.hbm2ddl.auto=update")));
		assertThat(anomaly.advice()).contains("Remove spring.jpa.properties.hibernate.hbm2ddl.auto");
		assertThat(report(start(jpa(property("spring.jpa.hibernate.ddl-auto", anomaly)))).anomalies()).isEmpty();
	}

	@Test
	void propertyOfTheStandardHasToBeRemoved() {
		String action = "spring.jpa.properties.jakarta.persistence.schema-generation.database.action";
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key, label varchar(20))");
		Anomaly anomaly = anomaly(refusal(jpa(action + "=create")));
		assertThat(anomaly.advice()).contains("Remove " + action);
		assertThat(report(start(jpa(property("spring.jpa.hibernate.ddl-auto", anomaly)))).anomalies()).isEmpty();
	}

	@Test
	void developerIsWarnedOfHibernateChangingTheSchema() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		ConfigurableApplicationContext context = start(
				jpa("spring.jpa.hibernate.ddl-auto=update", "resilient-db.migration.preset=development"));
		assertThat(anomaly(context).id()).isEqualTo("ddl-auto");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.WARNED);
	}

	@Test
	void defaultsLeaveTheSchemaToFlyway() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key, label varchar(20))");
		assertThat(report(start(jpa())).anomalies()).isEmpty();
	}

	@Test
	void mappingThatDoesNotFitIsWarnedOf() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		ConfigurableApplicationContext context = start(jpa());
		Awaitility.await().until(() -> !report(context).anomalies().isEmpty());
		assertThat(anomaly(context).id()).isEqualTo("mapping-mismatch");
		assertThat(anomaly(context).evidence()).contains("label").contains("shelf");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.WARNED);
	}

	@Test
	void hibernateMayNotChangeTheSchemaOfAnotherLogin() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.hibernate.ddl-auto=update").withProperties(loginOfFlyway())));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
		assertThat(schema()).asString().doesNotContain("label");
	}

	@Test
	void mappingThatDoesNotFitTheSchemaOfAnotherLoginIsWarnedOf() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		ConfigurableApplicationContext context = start(
				jpa("spring.jpa.hibernate.ddl-auto=none").withProperties(loginOfFlyway()));
		Awaitility.await().until(() -> !report(context).anomalies().isEmpty());
		assertThat(anomaly(context).id()).isEqualTo("mapping-mismatch");
	}

	String[] loginOfFlyway() {
		return new String[] { "spring.flyway.url=" + database().url(), "spring.flyway.user=" + database().username(),
				"spring.flyway.password=" + database().password() };
	}

	TestApplication jpa(String... properties) {
		return TestApplication.on(database())
			.with(Entities.class)
			.withProperties("spring.flyway.enabled=true", this.scripts.location())
			.withProperties(properties);
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Shelf.class)
	static class Entities {

	}

	@Entity
	@Table(name = "shelf")
	static class Shelf {

		@Id
		Long id;

		String label;

	}

}
