package dev.resilientdb.constraint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.test.json.JsonContent;

/**
 * Somebody who sends requests to a running application.
 */
final class Visitor {

	private static final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private final List<String> headers;

	private Visitor(String base, List<String> headers) {
		this.base = base;
		this.headers = headers;
	}

	static Visitor of(ApplicationContext context) {
		return new Visitor("http://localhost:" + context.getEnvironment().getProperty("local.server.port"), List.of());
	}

	/**
	 * With what browsers accept.
	 */
	Visitor withBrowser() {
		return with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
	}

	Visitor with(String name, String value) {
		List<String> all = new ArrayList<>(this.headers);
		all.add(name);
		all.add(value);
		return new Visitor(this.base, all);
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	HttpResponse<String> post(String path, String body) {
		return send(request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(body)));
	}

	/**
	 * Has the application execute a statement.
	 */
	HttpResponse<String> execute(String sql) {
		return post("/statements", sql);
	}

	static JsonContent json(HttpResponse<String> response) {
		return new JsonContent(response.body());
	}

	/**
	 * A property of a JSON object.
	 */
	static String text(HttpResponse<String> response, String property) {
		return String.valueOf(JsonParserFactory.getJsonParser().parseMap(response.body()).get(property));
	}

	/**
	 * All that the server sent.
	 */
	static String everything(HttpResponse<String> response) {
		return response.statusCode() + "\n"
				+ response.headers()
					.map()
					.entrySet()
					.stream()
					.map((header) -> header.getKey() + ": " + header.getValue())
					.collect(Collectors.joining("\n"))
				+ "\n\n" + response.body();
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(30));
		if (!this.headers.isEmpty()) {
			request.headers(this.headers.toArray(String[]::new));
		}
		return request;
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
