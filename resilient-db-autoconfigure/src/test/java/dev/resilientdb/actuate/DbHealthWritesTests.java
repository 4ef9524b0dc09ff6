package dev.resilientdb.actuate;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.json.JsonContent;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an operator may do with {@code management.endpoint.dbhealth.access=unrestricted}.
 */
class DbHealthWritesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private Actuator actuator;

	@BeforeEach
	void start() {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.withServer()
			.with(Accounts.Bank.class)
			.withProperties("management.endpoints.web.exposure.include=dbhealth",
					"management.endpoint.dbhealth.access=unrestricted", "resilient-db.retry.delay=1ms")
			.start();
		this.actuator = new Actuator(this.context);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void changeIsAnsweredWithTheSettingsInForce() {
		HttpResponse<String> response = this.actuator.change("retry.max-attempts", "2");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(new JsonContent(response.body())).extractingPath("$.values['retry.max-attempts']").isEqualTo(2);
	}

	@Test
	void changeTakesEffect() {
		this.actuator.change("retry.max-attempts", "2");
		assertThat(attemptsOfConflict()).isEqualTo(2);
	}

	@Test
	void laterChangeKeepsEarlierOne() {
		this.actuator.change("retry.max-delay", "10s");
		this.actuator.change("retry.delay", "5s");
		assertThat(this.actuator.json("dbhealth/settings")).extractingPath("$.values")
			.asMap()
			.containsEntry("retry.delay", "5000ms")
			.containsEntry("retry.max-delay", "10000ms");
	}

	@Test
	void numberIsTakenAsValue() {
		String json = "{\"name\": \"retry.max-attempts\", \"value\": 3}";
		assertThat(this.actuator.post("dbhealth/settings", json).statusCode()).isEqualTo(200);
		assertThat(attemptsOfConflict()).isEqualTo(3);
	}

	@Test
	void valueOutOfRangeIsRefusedWithItsReason() {
		HttpResponse<String> response = this.actuator.change("retry.max-attempts", "0");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(new JsonContent(response.body())).extractingPath("$.detail")
			.asString()
			.contains("resilient-db.retry.max-attempts must be between 1", "but is 0");
	}

	@Test
	void unreadableValueIsRefusedWithItsReason() {
		HttpResponse<String> response = this.actuator.change("retry.max-attempts", "many");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(new JsonContent(response.body())).extractingPath("$.detail")
			.asString()
			.contains("resilient-db.retry.max-attempts", "many");
	}

	@Test
	void settingFixedAtStartIsRefusedWithWhatCanBeChanged() {
		HttpResponse<String> response = this.actuator.change("retry.scope", "transactional");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("retry.scope", "retry.max-attempts");
	}

	@Test
	void refusedChangeChangesNothing() {
		String before = this.actuator.get("dbhealth/settings").body();
		this.actuator.change("retry.max-attempts", "0");
		this.actuator.change("retry.delay", "2h");
		this.actuator.change("retry.delay", "5s");
		assertThat(this.actuator.get("dbhealth/settings").body()).isEqualTo(before);
		assertThat(attemptsOfConflict()).isEqualTo(5);
	}

	@Test
	void otherSectionsTakeNoChanges() {
		String json = "{\"name\": \"a\", \"value\": \"b\"}";
		assertThat(this.actuator.post("dbhealth/failures", json).statusCode()).isEqualTo(400);
	}

	@Test
	void resetCountsFromZero() {
		attemptsOfConflict();
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$.total").isEqualTo(5);
		assertThat(this.actuator.delete("dbhealth/failures").statusCode()).isEqualTo(204);
		assertThat(this.actuator.json("dbhealth/failures")).extractingPath("$.total").isEqualTo(0);
	}

	@Test
	void resetLeavesOtherSectionsAlone() {
		attemptsOfConflict();
		this.actuator.delete("dbhealth/failures");
		assertThat(this.actuator.json("dbhealth/retries")).extractingPath("$.exhausted").isEqualTo(1);
		this.actuator.delete("dbhealth/retries");
		assertThat(this.actuator.json("dbhealth/retries")).extractingPath("$.exhausted").isEqualTo(0);
	}

	@Test
	void sectionWithoutCountsCannotBeReset() {
		assertThat(this.actuator.delete("dbhealth/settings").statusCode()).isEqualTo(400);
	}

	private int attemptsOfConflict() {
		AtomicInteger attempts = new AtomicInteger();
		Accounts accounts = this.context.getBean(Accounts.class);
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> accounts.conflict(attempts));
		return attempts.get();
	}

}
