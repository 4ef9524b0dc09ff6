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
		assertThatCallersAreRefusedAtOnce(explainedDrill("server-stopped"));
	}

	@Test
	void killedServerIsDown() {
		assertThatCallersAreRefusedAtOnce(explainedDrill("server-killed"));
	}

	@Test
	void suspendedServerIsDown() {
		assertThatCallersAreRefusedAtOnce(explainedDrill("server-suspended"));
	}

	@Test
	void silentNetworkIsDown() {
		assertThatCallersAreRefusedAtOnce(explainedDrill("network-silent"));
	}

	@Test
	void usedUpConnectionsAreNamed() {
		JsonNode report = explainedDrill("connections-used-up");
		assertThat(report.at("/evidence").valueStream().map(JsonNode::asString)).as(report.toPrettyString())
			.anyMatch((sentence) -> sentence.contains("TOO_MANY_CONNECTIONS"));
	}

	private static void assertThatCallersAreRefusedAtOnce(JsonNode report) {
		assertThat(report.at("/availability").asString()).as(report.toPrettyString()).isEqualTo("DOWN");
		assertThat(report.at("/afterVerdict/failed").propertyNames()).as(report.toPrettyString())
			.containsExactly("DatabaseUnavailableException");
	}

}
