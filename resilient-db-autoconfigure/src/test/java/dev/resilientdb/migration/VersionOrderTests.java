package dev.resilientdb.migration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionOrderTests {

	@ParameterizedTest
	@CsvSource({ "1.9, 1.10, -1", "2.0, 2, 0", "2.0.0-SNAPSHOT, 2.0, 0", "v3.1, 3.0.9, 1", "2.1.0.RELEASE, 2.1, 0",
			"20261121.7, 20261121.10, -1" })
	void comparesNumbers(String one, String other, int order) {
		assertThat(VersionOrder.compare(one, other)).isEqualTo(order);
	}

	@ParameterizedTest
	@CsvSource({ "main, 2.0", "2.0, unspecified", "'', 1" })
	void doesNotCompareWords(String one, String other) {
		assertThat(VersionOrder.compare(one, other)).isNull();
	}

}
