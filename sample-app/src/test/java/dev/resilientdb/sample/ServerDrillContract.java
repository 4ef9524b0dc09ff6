package dev.resilientdb.sample;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drills that hurt a server and the network before it.
 */
@TestPropertySource(properties = "sample.database.network=true")
abstract class ServerDrillContract extends OutageDrillContract {

	@Test
	void stoppedServerIsDown() {
		explainedDrill("server-stopped");
	}

	@Test
	void killedServerIsDown() {
		explainedDrill("server-killed");
	}

	@Test
	void suspendedServerIsDown() {
		explainedDrill("server-suspended");
	}

	@Test
	void silentNetworkIsDown() {
		explainedDrill("network-silent");
	}

	@Test
	void usedUpConnectionsAreNamed() {
		JsonNode report = explainedDrill("connections-used-up");
		assertThat(report.at("/evidence").valueStream().map(JsonNode::asString)).as(report.toPrettyString())
			.anyMatch((sentence) -> sentence.contains("TOO_MANY_CONNECTIONS"));
	}

}
