package dev.resilientdb.constraint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.retry.DeadlockRetryTemplate;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that leaves the application tells what stands in a row: secrets are planted in
 * every kind of violation, then all answers, all logs from INFO on, all meters and the
 * endpoint are searched for them.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PrivacyContract {

	static final String SECRET = "s3cr3t";

	private static final String HIBERNATE = "org.hibernate.orm.jdbc.error";

	static final String MARIADB = "org.mariadb.jdbc.message.server.ErrorPacket";

	private static final String IMITATION = SECRET + "'' for key ''users." + SECRET;

	private static final String[] TABLES = { """
			create table customer (id varchar(90) not null, email_address varchar(90) not null, age int,
			name varchar(10), street_name varchar(40), constraint pk_customer primary key (id),
			constraint uk_customer_email unique (email_address), constraint ck_customer_age check (age >= 0))""", """
			create table purchase (id varchar(90) not null primary key, customer_id varchar(90),
			constraint fk_purchase_customer foreign key (customer_id) references customer (id))""",
			"insert into customer (id, email_address) values ('" + SECRET + "-id', '" + SECRET + "@example.org')",
			"insert into customer (id, email_address) values ('" + SECRET + "-2', '" + IMITATION + "')",
			"insert into purchase (id, customer_id) values ('" + SECRET + "-p', '" + SECRET + "-id')" };

	private final TestDatabase database;

	private ConfigurableApplicationContext application;

	PrivacyContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		this.database.owner().execute(TABLES);
		this.application = WebStack.MVC.prepare(TestApplication.on(this.database))
			.with(RetryingDesk.class)
			.withProperties("resilient-db.constraint.catalog.max-wait=10s", "spring.jpa.hibernate.ddl-auto=none",
					"management.endpoints.web.exposure.include=*", "spring.web.error.include-message=always",
					"server.error.include-message=always", "logging.level." + HIBERNATE + "=off",
					"logging.level." + MARIADB + "=off")
			.start();
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	/**
	 * A value that is longer than its column.
	 */
	String tooLong() {
		return "insert into customer (id, email_address, name) values ('s3cr3t-3', 's3cr3t', 's3cr3t-longer-than-ten')";
	}

	List<String> violations() {
		return List.of(tooLong(),
				"insert into customer (id, email_address) values ('" + SECRET + "-3', '" + SECRET + "@example.org')",
				"insert into customer (id, email_address) values ('" + SECRET + "-id', '" + SECRET + "')",
				"insert into customer (id, email_address) values ('" + SECRET + "-3', '" + IMITATION + "')",
				"insert into customer (id, email_address, age) values ('" + SECRET + "-3', '" + SECRET + "', -1)",
				"insert into customer (id, name) values ('" + SECRET + "-3', '" + SECRET + "')",
				"insert into purchase (id, customer_id) values ('" + SECRET + "-3', '" + SECRET + "-none')",
				"delete from customer where id = '" + SECRET + "-id'");
	}

	@ParameterizedTest
	@MethodSource("violations")
	void answersLogsMetersAndEndpointKeepValues(String sql, CapturedOutput output) {
		String told = Stream.of("/statements", "/retried", "/transactions")
			.flatMap((path) -> Stream.of(visitor().post(path, sql), visitor().withBrowser().post(path, sql)))
			.map(Visitor::everything)
			.collect(Collectors.joining("\n"));
		assertThat(told).containsPattern("(?m)^(409|422)$")
			.doesNotContainPattern("(?m)^(200|500)$")
			.doesNotContain(SECRET, "insert into", "delete from");
		assertThat(actuator()).doesNotContain(SECRET, "insert into", "delete from");
		assertThat(output.getAll()).doesNotContain(SECRET);
	}

	@Test
	void hibernateTellsUnlessSilenced(CapturedOutput output) {
		executeWith(HIBERNATE);
		assertThat(output).contains(HIBERNATE);
	}

	/**
	 * Violates a unique key while somebody else's logger is on.
	 */
	final void executeWith(String logger) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(logger, LogLevel.WARN);
		visitor().post("/transactions", violations().get(1));
		logging.setLogLevel(logger, LogLevel.OFF);
	}

	private String actuator() {
		return Stream.of("prometheus", "dbhealth", "dbhealth/constraints", "dbhealth/failures", "dbhealth/retries")
			.map((path) -> visitor().get("/actuator/" + path))
			.map(Visitor::everything)
			.collect(Collectors.joining("\n"));
	}

	private Visitor visitor() {
		return Visitor.of(this.application).with("Accept-Language", "en");
	}

	@RestController
	static class RetryingDesk {

		private final DeadlockRetryTemplate transactions;

		private final JdbcTemplate jdbc;

		RetryingDesk(DeadlockRetryTemplate transactions, JdbcTemplate jdbc) {
			this.transactions = transactions.withName("Desk.retried");
			this.jdbc = jdbc;
		}

		@PostMapping("/retried")
		int execute(@RequestBody String sql) {
			return this.transactions.execute((status) -> this.jdbc.update(sql));
		}

	}

}
