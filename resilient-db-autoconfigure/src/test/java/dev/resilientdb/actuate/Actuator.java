package dev.resilientdb.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import org.springframework.test.json.JsonContent;

/**
 * What an operator sees of a running application through HTTP.
 */
final class Actuator {

	private static final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	Actuator(ApplicationContext context) {
		this.base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/";
	}

	JsonContent json(String path) {
		return new JsonContent(get(path).body());
	}

	HttpResponse<String> get(String path) {
		return send("GET", path, BodyPublishers.noBody());
	}

	HttpResponse<String> delete(String path) {
		return send("DELETE", path, BodyPublishers.noBody());
	}

	HttpResponse<String> change(String name, String value) {
		return post("dbhealth/settings", "{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}");
	}

	HttpResponse<String> post(String path, String json) {
		return send("POST", path, BodyPublishers.ofString(json));
	}

	/**
	 * All that this project shows, in endpoints and meters.
	 */
	String everything() {
		Stream<String> sections = Stream.of("dbhealth", "dbhealth/failures", "dbhealth/retries", "dbhealth/deadlocks",
				"dbhealth/constraints", "dbhealth/pool", "dbhealth/circuits", "dbhealth/capabilities",
				"dbhealth/migrations", "dbhealth/settings");
		Stream<String> meters = get("prometheus").body().lines().filter((line) -> line.contains("resilientdb"));
		return Stream.concat(sections.map((path) -> get(path).body()), meters).collect(Collectors.joining("\n"));
	}

	private HttpResponse<String> send(String method, String path, BodyPublisher body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, body)
			.header("Content-Type", "application/json")
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
