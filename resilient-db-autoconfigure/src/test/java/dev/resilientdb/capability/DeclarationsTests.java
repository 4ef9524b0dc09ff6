package dev.resilientdb.capability;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeclarationsTests {

	private static final List<CapabilityRow> TABLE = List.of(row(Capability.JSON_TYPE, Support.PARTIAL, "10.2.7"),
			row(Capability.JSON_TYPE, Support.YES, "10.4.3"), row(Capability.RETURNING, Support.NO, null),
			row(Capability.RETURNING, Support.YES, "13"));

	@Test
	void capabilityIsMissingBeforeItsVersion() {
		assertThat(at("10.1").row(Capability.JSON_TYPE).support()).isEqualTo(Support.NO);
		assertThat(at("10.1").row(Capability.JSON_TYPE).note()).isEqualTo("Since 10.2.7");
	}

	@Test
	void lastRowThatBeganHolds() {
		assertThat(at("10.3").row(Capability.JSON_TYPE).support()).isEqualTo(Support.PARTIAL);
		assertThat(at("10.4.3").row(Capability.JSON_TYPE).support()).isEqualTo(Support.YES);
		assertThat(at("12").row(Capability.RETURNING).support()).isEqualTo(Support.NO);
		assertThat(at("13.1").row(Capability.RETURNING).support()).isEqualTo(Support.YES);
	}

	@Test
	void whatIsNotListedIsUnknown() {
		assertThat(at("13").row(Capability.SAVEPOINTS).support()).isEqualTo(Support.UNKNOWN);
	}

	@Test
	void whatBeganOnceIsUnknownWithoutVersion() {
		Declarations declared = Declarations.of(TABLE, null);
		assertThat(declared.row(Capability.JSON_TYPE).support()).isEqualTo(Support.UNKNOWN);
		assertThat(declared.row(Capability.RETURNING).support()).isEqualTo(Support.UNKNOWN);
	}

	private static Declarations at(String version) {
		return Declarations.of(TABLE, ServerVersion.in(version));
	}

	private static CapabilityRow row(Capability capability, Support support, String since) {
		return new CapabilityRow(capability, support, (since != null) ? ServerVersion.in(since) : null, "", "");
	}

}
