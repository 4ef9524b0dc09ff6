package dev.resilientdb.sample;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * Talks to a running sample.
 */
class SampleClient {

	private final RestTestClient client;

	SampleClient(int port) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(Duration.ofSeconds(60));
		this.client = RestTestClient.bindToServer(requests).baseUrl("http://127.0.0.1:" + port).build();
	}

	/**
	 * Waits until the library has read the database's catalogue: before that, answers may
	 * lack what only the catalogue knows.
	 */
	void awaitCatalog() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> got("/actuator/dbhealth/constraints").at("/dataSources/dataSource/audit")
				.asString()
				.equals("complete"));
	}

	long openAccount(long balance) {
		return posted("/accounts", Map.of("owner", "Ada", "balance", balance)).at("/id").asLong();
	}

	long balance(long account) {
		return got("/accounts/" + account).at("/balance").asLong();
	}

	static String newEmail() {
		return UUID.randomUUID() + "@example.org";
	}

	long register(String email) {
		return posted("/customers", Map.of("name", "Ada", "email", email)).at("/id").asLong();
	}

	void order(long customer) {
		posted("/orders", Map.of("customer", customer, "sku", "tea", "quantity", 1));
	}

	long stock(String sku) {
		return got("/products").valueStream()
			.filter((product) -> product.at("/sku").asString().equals(sku))
			.findFirst()
			.orElseThrow()
			.at("/stock")
			.asLong();
	}

	/**
	 * What is answered to a request that is refused.
	 */
	JsonNode refused(HttpMethod method, String path, Map<String, ?> body) {
		return this.client.method(method)
			.uri(path)
			.body(body)
			.exchange()
			.expectStatus()
			.is4xxClientError()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
	}

	JsonNode got(String path) {
		return body(this.client.get().uri(path).exchange());
	}

	JsonNode posted(String path, Map<String, ?> body) {
		return body(post(path, body));
	}

	HttpStatus statusOfPost(String path, Map<String, ?> body) {
		return HttpStatus.valueOf(post(path, body).returnResult(Void.class).getStatus().value());
	}

	private ResponseSpec post(String path, Map<String, ?> body) {
		return this.client.post().uri(path).body(body).exchange();
	}

	private static JsonNode body(ResponseSpec response) {
		return response.expectStatus().is2xxSuccessful().expectBody(JsonNode.class).returnResult().getResponseBody();
	}

}
