package dev.resilientdb.capability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerVersionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			18.6 (Debian 18.6-1.pgdg120+1)                          | 18.6
			11.4.5-MariaDB                                          | 11.4.5
			8.4.0                                                   | 8.4
			2.4.240 (2025-09-22)                                    | 2.4.240
			16.00.4105                                              | 16.0.4105
			Oracle Database 19c Enterprise Edition Release 19.0.0.0 | 19
			CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, built by) | 24.1
			18beta2                                                 | 18
			""")
	void readsWhatServersTell(String text, String version) {
		assertThat(ServerVersion.in(text)).hasToString(version);
	}

	@ParameterizedTest
	@CsvSource({ "9.5, 10", "10.2.7, 10.2.12", "8.0.16, 8.4", "3.8, 3.24" })
	void comparesNumbersAndNotText(String older, String newer) {
		assertThat(ServerVersion.in(older)).isLessThan(ServerVersion.in(newer));
	}

	@Test
	void textWithoutNumberIsNoVersion() {
		assertThat(ServerVersion.in("unknown")).isNull();
	}

}
