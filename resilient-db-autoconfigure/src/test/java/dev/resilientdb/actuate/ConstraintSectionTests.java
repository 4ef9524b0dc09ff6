package dev.resilientdb.actuate;

import java.util.Locale;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.retry.DeadlockRetryTemplate;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What an operator sees of violated constraints.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConstraintSectionTests {

	private static final String SECRET = "s3cr3t@example.org";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext application;

	private Actuator actuator;

	@BeforeEach
	void start() {
		database.owner()
			.execute("drop all objects",
					"create table users (id int primary key, email varchar(40), age int,"
							+ " constraint uk_users_email unique (email), constraint ck_users_age check (age > 0))",
					"insert into users values (1, '" + SECRET + "', 1)");
		this.application = TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.with(Messages.class)
			.withProperties("management.endpoints.web.exposure.include=*",
					"management.endpoint.dbhealth.access=unrestricted")
			.start();
		this.actuator = new Actuator(this.application);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void countsViolations() {
		insert(2);
		assertThat(this.actuator.json("dbhealth/constraints")).extractingPath("$.total").isEqualTo(1);
		assertThat(this.actuator.json("dbhealth/constraints"))
			.extractingPath("$.dataSources.dataSource.constraints[0].constraint")
			.isEqualTo("UK_USERS_EMAIL");
	}

	@Test
	void countsInMeters() {
		insert(2);
		assertThat(this.application.getBean(MeterRegistry.class)
			.get("resilientdb.constraint.violations")
			.tags("kind", "UNIQUE", "constraint", "UK_USERS_EMAIL")
			.counter()
			.count()).isOne();
	}

	@Test
	void listsConstraintsWithoutMessage() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.actuator.json("dbhealth/constraints"))
				.extractingPath("$.dataSources.dataSource.audit")
				.isEqualTo("complete"));
		assertThat(this.actuator.json("dbhealth/constraints"))
			.extractingPath("$.dataSources.dataSource.withoutMessage[*].messageKey")
			.asArray()
			.containsExactly("constraint.uk_users_email");
	}

	@Test
	void advisesAboutRequestsThatRace() {
		IntStream.range(0, 12).forEach((request) -> insert(2));
		assertThat(this.actuator.json("dbhealth/constraints")).extractingPath("$.advice[0]")
			.asString()
			.contains("UK_USERS_EMAIL was violated 12 times", "MERGE INTO");
	}

	@Test
	void advisesNothingAboutSingleViolations() {
		insert(2);
		assertThat(this.actuator.json("dbhealth/constraints")).extractingPath("$.advice").asArray().isEmpty();
	}

	@Test
	void resetsCounts() {
		insert(2);
		assertThat(this.actuator.delete("dbhealth/constraints").statusCode()).isEqualTo(204);
		assertThat(this.actuator.json("dbhealth/constraints")).extractingPath("$.total").isEqualTo(0);
	}

	@Test
	void showsNoRowValue(CapturedOutput output) {
		insert(2);
		insert(3);
		assertThat(this.actuator.get("dbhealth/constraints").body()).doesNotContain("s3cr3t");
		assertThat(this.actuator.get("dbhealth").body()).doesNotContain("s3cr3t");
		assertThat(this.actuator.get("prometheus").body()).doesNotContain("s3cr3t").contains("UK_USERS_EMAIL");
		assertThat(output.getAll().lines().filter((line) -> line.contains("resilientdb")))
			.noneMatch((line) -> line.contains("s3cr3t"));
	}

	private void insert(int id) {
		DeadlockRetryTemplate transactions = this.application.getBean(DeadlockRetryTemplate.class);
		JdbcTemplate jdbc = this.application.getBean(JdbcTemplate.class);
		assertThat(catchThrowable(() -> transactions.withName("Users.register")
			.executeWithoutResult((status) -> jdbc.update("insert into users values (?, ?, 1)", id, SECRET))))
			.isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class Messages {

		@Bean
		StaticMessageSource messageSource() {
			StaticMessageSource source = new StaticMessageSource();
			source.addMessage("constraint.ck_users_age", Locale.getDefault(), "Too young.");
			return source;
		}

	}

}
