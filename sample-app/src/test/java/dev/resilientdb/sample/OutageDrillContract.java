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
 * Drills that need no server of their own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class OutageDrillContract {

	@LocalServerPort
	private int port;

	private SampleClient sample;

	@BeforeEach
	void connect() {
		this.sample = new SampleClient(this.port);
	}

	SampleClient sample() {
		return this.sample;
	}

	@Test
	void tellsOfItsDrills() {
		assertThat(this.sample.got("/drills").valueStream().map((drill) -> drill.at("/path").asString()))
			.contains("/drills/server-killed", "/drills/connection-leak");
	}

	@Test
	void slowTransactionsExhaustThePool() {
		JsonNode report = explainedDrill("pool-exhausted");
		assertThat(report.at("/evidence").valueStream().map(JsonNode::asString))
			.anyMatch((sentence) -> sentence.contains("wait for a connection"));
	}

	@Test
	void forgottenConnectionsAreALeak() {
		explainedDrill("connection-leak");
	}

	@Test
	void nestedTransactionsLockThePool() {
		explainedDrill("nested-transactions");
	}

	@Test
	void answersNotFoundForUnknownDrill() {
		assertThat(this.sample.statusOfPost("/drills/flood", Map.of())).isEqualTo(HttpStatus.NOT_FOUND);
	}

	/**
	 * A drill that was given the right verdict, and from which the application recovered.
	 */
	JsonNode explainedDrill(String name) {
		JsonNode report = this.sample.posted("/drills/" + name, Map.of());
		assertThat(report.at("/verdict")).as(report.toPrettyString()).isEqualTo(report.at("/expected"));
		assertThat(report.at("/recoveredMillis").isNumber()).as(report.toPrettyString()).isTrue();
		return report;
	}

}
