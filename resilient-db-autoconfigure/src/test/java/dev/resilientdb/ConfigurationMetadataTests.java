package dev.resilientdb;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor tells of our properties.
 */
class ConfigurationMetadataTests {

	private static final Map<String, Object> metadata = JsonParserFactory.getJsonParser()
		.parseMap(MainClasses.text("META-INF/spring-configuration-metadata.json"));

	@Test
	void everyKeyIsOurs() {
		assertThat(properties()).extracting("name", String.class)
			.allSatisfy((name) -> assertThat(name).matches("(resilient-db|management\\.endpoint\\.db[a-z]+)\\..+"));
	}

	@Test
	void everyKeyIsDescribedInSentences() {
		assertThat(properties()).allSatisfy(
				(property) -> assertThat(property.get("description")).as("description of %s", property.get("name"))
					.asString()
					.matches("(?s)[A-Z].*\\."));
	}

	@Test
	void everySwitchHasItsDefault() {
		assertThat(properties()).filteredOn((property) -> "java.lang.Boolean".equals(property.get("type")))
			.allSatisfy((property) -> assertThat(property).containsKey("defaultValue"));
	}

	@Test
	void everyRoomCanBeSwitchedOff() {
		assertThat(properties()).filteredOn((property) -> Boolean.TRUE.equals(property.get("defaultValue")))
			.extracting("name", String.class)
			.contains("resilient-db.enabled", "resilient-db.failure.enabled", "resilient-db.retry.enabled",
					"resilient-db.contention.enabled", "resilient-db.constraint.enabled", "resilient-db.pool.enabled",
					"resilient-db.capability.enabled", "resilient-db.circuit.enabled",
					"resilient-db.circuit.web.enabled", "resilient-db.acquisition.enabled",
					"resilient-db.actuate.enabled");
	}

	@Test
	void knowsTheNamesThatOthersRelyOn() {
		assertThat(properties()).extracting("name", String.class)
			.contains("resilient-db.retry.scope", "resilient-db.retry.max-attempts", "resilient-db.retry.delay",
					"resilient-db.retry.max-delay", "resilient-db.retry.deadline", "resilient-db.retry.on",
					"resilient-db.retry.inside-transaction", "resilient-db.failures.overrides",
					"management.endpoint.dbhealth.access");
	}

	@Test
	void knowsTheDefaultsThatOthersRelyOn() {
		assertThat(defaultOf("resilient-db.retry.scope")).isEqualTo("annotated");
		assertThat(defaultOf("resilient-db.retry.max-attempts")).isEqualTo(5);
		assertThat(defaultOf("resilient-db.retry.delay")).isEqualTo("20ms");
		assertThat(defaultOf("resilient-db.retry.max-delay")).isEqualTo("1s");
		assertThat(defaultOf("resilient-db.retry.deadline")).isEqualTo("15s");
		assertThat(defaultOf("resilient-db.retry.inside-transaction")).isEqualTo("pass-through");
	}

	private static Object defaultOf(String name) {
		return properties().stream()
			.filter((property) -> name.equals(property.get("name")))
			.findFirst()
			.orElseThrow()
			.get("defaultValue");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> properties() {
		return (List<Map<String, Object>>) metadata.get("properties");
	}

}
