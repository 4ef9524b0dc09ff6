package dev.resilientdb.sample;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sample does on every database.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class SampleContract {

	@LocalServerPort
	private int port;

	private SampleClient sample;

	@BeforeEach
	void connect() {
		this.sample = new SampleClient(this.port);
	}

	@Test
	void movesMoneyOnceBetweenAccounts() {
		long from = this.sample.openAccount(500);
		long to = this.sample.openAccount(0);
		JsonNode transfer = this.sample.posted("/transfers", Map.of("from", from, "to", to, "amount", 120));
		assertThat(this.sample.balance(from)).isEqualTo(380);
		assertThat(this.sample.balance(to)).isEqualTo(120);
		assertThat(this.sample.got("/transfers/" + transfer.at("/id").asString())).isEqualTo(transfer);
	}

	@Test
	void refusesTransferThatTheAccountDoesNotHold() {
		long from = this.sample.openAccount(100);
		long to = this.sample.openAccount(0);
		HttpStatus status = this.sample.statusOfPost("/transfers", Map.of("from", from, "to", to, "amount", 101));
		assertThat(status).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.sample.balance(from)).isEqualTo(100);
	}

	@Test
	void answersNotFoundForUnknownAccount() {
		assertThat(this.sample.statusOfPost("/transfers", Map.of("from", -1, "to", -2, "amount", 1)))
			.isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void answersBadRequestForIncompleteTransfer() {
		assertThat(this.sample.statusOfPost("/transfers", Map.of("from", 1, "amount", 0)))
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@Test
	void takesOrderOfKnownCustomerFromStock() {
		long customer = this.sample.posted("/customers", Map.of("name", "Ada", "email", "ada@example.org"))
			.at("/id")
			.asLong();
		long before = this.sample.posted("/warehouses/1/recount", Map.of()).at("/units").asLong();
		this.sample.posted("/orders", Map.of("customer", customer, "sku", "tea", "quantity", 3));
		assertThat(this.sample.posted("/warehouses/1/recount", Map.of()).at("/units").asLong()).isEqualTo(before - 3);
	}

	@Test
	void provokesRealDeadlocksAndConservesMoney() {
		JsonNode report = this.sample.posted("/drills/deadlocks?seconds=2&accounts=4", Map.of());
		assertThat(report.at("/withRetry/succeeded").asLong()).isPositive();
		assertThat(report.at("/withRetry/recovered").asLong()).isPositive();
		assertThat(report.at("/withRetry/moneyConserved").asBoolean()).isTrue();
		assertThat(report.at("/withoutRetry/failed").isEmpty()).isFalse();
		assertThat(report.at("/withoutRetry/moneyConserved").asBoolean()).isTrue();
	}

	@Test
	void drillLosesNoCallThatIsRetried() {
		JsonNode report = this.sample.posted("/drills/deadlocks?seconds=2&compare=false", Map.of());
		assertThat(report.at("/withRetry/succeeded").asLong()).isPositive();
		assertThat(report.at("/withRetry/failed").isEmpty()).isTrue();
		assertThat(report.at("/withRetry/moneyConserved").asBoolean()).isTrue();
	}

	@Test
	void answersBadRequestForUnboundedDrill() {
		assertThat(this.sample.statusOfPost("/drills/deadlocks?seconds=61", Map.of()))
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

}
