package dev.resilientdb.circuit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a client is told over HTTP while a database is not there.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WebContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final String PROBLEM = "application/problem+json";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext context;

	private HeldCircuit circuit;

	abstract TestApplication prepare(TestApplication application);

	@BeforeAll
	void start() {
		this.context = prepare(TestApplication.on(database).withoutJpa())
			.withProperties("resilient-db.pool.probe.enabled=false", "resilient-db.circuit.read-only-duration=1h",
					"resilient-db.circuit.minimum-calls=1", "resilient-db.circuit.window=1",
					"resilient-db.circuit.open-duration=100ms",
					"resilient-db.circuit.shed-paths=/reports/**,/exports/{year}")
			.start();
		this.circuit = new HeldCircuit(this.context);
	}

	@AfterEach
	void close() {
		this.circuit.close();
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void everythingIsServedWhileTheDatabaseIsThere() {
		assertThat(get("/reports/today").statusCode()).isEqualTo(200);
		assertThat(get("/orders").statusCode()).isEqualTo(200);
	}

	@Test
	void pathThatCanWaitIsAnsweredWithoutServingIt() {
		this.circuit.open(Duration.ofSeconds(30));
		long rejected = this.circuit.rejected();
		HttpResponse<String> response = get("/reports/today?of=north");
		assertThat(this.circuit.rejected()).isEqualTo(rejected);
		assertProblem(response);
		assertThat(response.body()).isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503,"
				+ "\"detail\":\"The database is not available. Try again later.\"}");
		assertThat(retryAfter(response)).isBetween(2L, 31L);
	}

	@Test
	void patternWithVariableIsShed() {
		this.circuit.open();
		assertProblem(get("/exports/2026"));
	}

	@Test
	void clientIsNotAskedBackBeforeOneSecond() {
		this.circuit.open(Duration.ofMillis(-100));
		assertThat(retryAfter(get("/reports/today"))).isOne();
	}

	@Test
	void otherPathIsServedAsFarAsItGoes() {
		this.circuit.open();
		assertThat(get("/static").statusCode()).isEqualTo(200);
	}

	@Test
	void refusalThatNobodyHandlesIsAnswered() {
		this.circuit.open(Duration.ofSeconds(30));
		HttpResponse<String> response = get("/orders");
		assertProblem(response);
		assertThat(retryAfter(response)).isBetween(2L, 31L);
		assertThat(response.body()).doesNotContain("dataSource", "NO_ANSWER");
	}

	@Test
	void refusalInsideTransactionIsAnswered() {
		this.circuit.open();
		assertProblem(get("/transaction"));
	}

	@Test
	void browserGetsThePageOfTheApplication() {
		this.circuit.open();
		HttpResponse<String> response = send(request("/orders").header("Accept", "text/html").build());
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
	}

	@Test
	void answerOfTheApplicationWins() {
		this.circuit.open();
		assertThat(get("/handled").statusCode()).isEqualTo(409);
	}

	@Test
	void exceptionOfTheApplicationKeepsItsMeaning() {
		this.circuit.open();
		assertThat(get("/wrapped").statusCode()).isEqualTo(500);
	}

	@Test
	void databaseThatOnlyRefusesToWriteShedsNothing() {
		ObservedAvailability availability = this.context.getBean(ObservedAvailability.class);
		SQLException failure = new SQLException("failure", "25006");
		availability.onFailure(new FailureEvent(Instant.now(), "dataSource", "Desk.write",
				new DatabaseFailure(FailureKind.READ_ONLY, "none", "25006", 0, failure, Rollback.UNKNOWN)));
		assertThat(availability.overall()).isEqualTo(Availability.READ_ONLY);
		assertThat(get("/reports/today").statusCode()).isEqualTo(200);
	}

	@Test
	void requestsAreLetThroughWhenCallersMustFindOut() {
		this.circuit.fail();
		Awaitility.await().until(() -> get("/reports/today").statusCode() == 200);
		assertThat(this.context.getBean(Circuits.class).report("dataSource").state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void preflightIsNotShed() {
		this.circuit.open();
		HttpRequest preflight = request("/reports/today").method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.header("Origin", "https://example.org")
			.header("Access-Control-Request-Method", "GET")
			.build();
		assertThat(send(preflight).statusCode()).isNotEqualTo(503);
	}

	private static void assertProblem(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(PROBLEM);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
	}

	private static long retryAfter(HttpResponse<String> response) {
		return response.headers().firstValueAsLong("Retry-After").orElseThrow();
	}

	private HttpResponse<String> get(String path) {
		return send(request(path).build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest
			.newBuilder(URI
				.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + path))
			.timeout(Duration.ofSeconds(10));
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
