package dev.resilientdb.sample;

import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
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

	long openAccount(long balance) {
		return posted("/accounts", Map.of("owner", "Ada", "balance", balance)).at("/id").asLong();
	}

	long balance(long account) {
		return got("/accounts/" + account).at("/balance").asLong();
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
