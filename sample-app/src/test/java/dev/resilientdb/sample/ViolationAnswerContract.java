package dev.resilientdb.sample;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sample answers, without handling an exception, when the database refuses.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ViolationAnswerContract {

	@LocalServerPort
	private int port;

	private SampleClient sample;

	final SampleClient sample() {
		return this.sample;
	}

	@BeforeEach
	void connect() {
		this.sample = new SampleClient(this.port);
		this.sample.awaitCatalog();
	}

	List<String> fieldsOfOverlongName() {
		return List.of("name");
	}

	HttpStatus statusOfCustomerWithOrders() {
		return HttpStatus.CONFLICT;
	}

	String sentenceOfCustomerWithOrders() {
		return "This customer has orders.";
	}

	List<String> fieldsOfNegativeStock() {
		return List.of("stock");
	}

	@Test
	void duplicateIsConflictAtTheEmail() {
		String email = SampleClient.newEmail();
		this.sample.register(email);
		JsonNode problem = this.sample.refused(HttpMethod.POST, "/customers", Map.of("name", "Grace", "email", email));
		assertThat(problem.at("/status").asInt()).isEqualTo(HttpStatus.CONFLICT.value());
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo("email");
		assertThat(problem.at("/errors/0/message").asString())
			.isEqualTo("Somebody is registered with this e-mail address already.");
	}

	@Test
	void negativeStockCannotBeProcessed() {
		JsonNode problem = this.sample.refused(HttpMethod.PUT, "/products/coffee/stock", Map.of("stock", -1));
		assertThat(problem.at("/status").asInt()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
		assertThat(problem.at("/detail").asString()).isEqualTo("A stock cannot be less than nothing.");
		assertThat(problem.at("/errors").findValuesAsString("field")).isEqualTo(fieldsOfNegativeStock());
	}

	@Test
	void customerWithOrdersStays() {
		long id = this.sample.register(SampleClient.newEmail());
		this.sample.order(id);
		JsonNode problem = this.sample.refused(HttpMethod.DELETE, "/customers/" + id, Map.of());
		assertThat(problem.at("/status").asInt()).isEqualTo(statusOfCustomerWithOrders().value());
		assertThat(problem.at("/detail").asString()).isEqualTo(sentenceOfCustomerWithOrders());
		assertThat(this.sample.got("/customers/" + id).at("/id").asLong()).isEqualTo(id);
	}

	@Test
	void orderOfNobodyCannotBeProcessed() {
		JsonNode problem = this.sample.refused(HttpMethod.POST, "/orders",
				Map.of("customer", -1, "sku", "tea", "quantity", 1));
		assertThat(problem.at("/status").asInt()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
		assertThat(problem.at("/kind").asString()).isEqualTo("FOREIGN_KEY");
	}

	@Test
	void overlongNameCannotBeProcessed() {
		JsonNode problem = this.sample.refused(HttpMethod.POST, "/customers", overlong());
		assertThat(problem.at("/status").asInt()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
		assertThat(problem.at("/errors").findValuesAsString("field")).isEqualTo(fieldsOfOverlongName());
	}

	final Map<String, String> overlong() {
		return Map.of("name", "A".repeat(101), "email", SampleClient.newEmail());
	}

	@Test
	void invalidRequestIsAnsweredInTheSameForm() {
		JsonNode problem = this.sample.refused(HttpMethod.POST, "/customers", Map.of("name", "", "email", "nowhere"));
		assertThat(problem.at("/status").asInt()).isEqualTo(HttpStatus.BAD_REQUEST.value());
		assertThat(problem.at("/errors").findValuesAsString("field")).containsExactlyInAnyOrder("name", "email");
	}

	@Test
	void everyConstraintHasItsSentence() {
		JsonNode audit = this.sample.got("/actuator/dbhealth/constraints").at("/dataSources/dataSource/withoutMessage");
		assertThat(audit.isArray()).isTrue();
		assertThat(audit.isEmpty()).isTrue();
	}

}
