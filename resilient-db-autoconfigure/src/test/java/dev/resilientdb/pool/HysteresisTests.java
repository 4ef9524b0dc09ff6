package dev.resilientdb.pool;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HysteresisTests {

	private final Hysteresis hysteresis = new Hysteresis();

	private PoolVerdict verdict = PoolVerdict.UNKNOWN;

	@ParameterizedTest
	@CsvSource(textBlock = """
			HEALTHY BUSY BUSY BUSY, HEALTHY
			HEALTHY BUSY BUSY BUSY BUSY, BUSY
			HEALTHY BUSY BUSY BUSY HEALTHY BUSY, HEALTHY
			HEALTHY EXHAUSTED, HEALTHY
			HEALTHY EXHAUSTED EXHAUSTED, EXHAUSTED
			HEALTHY SATURATED EXHAUSTED SATURATED EXHAUSTED SATURATED, SATURATED
			HEALTHY BUSY SATURATED SATURATED, HEALTHY
			HEALTHY SATURATED BUSY SATURATED SATURATED, BUSY
			SATURATED EXHAUSTED EXHAUSTED HEALTHY BUSY HEALTHY BUSY HEALTHY, BUSY
			HEALTHY SATURATED SATURATED SATURATED EXHAUSTED EXHAUSTED HEALTHY, EXHAUSTED
			HEALTHY DATABASE_DOWN, DATABASE_DOWN
			HEALTHY DATABASE_DOWN HEALTHY, HEALTHY
			HEALTHY BAD_CREDENTIALS SATURATED, SATURATED
			UNINITIALISED HEALTHY HEALTHY HEALTHY HEALTHY, HEALTHY
			HEALTHY UNINITIALISED, UNINITIALISED
			""")
	void verdictChangesWhenItsReasonLasts(String found, PoolVerdict verdict) {
		List.of(found.split(" ")).forEach(this::look);
		assertThat(this.verdict).isEqualTo(verdict);
	}

	private void look(String found) {
		this.verdict = this.hysteresis.lasting(PoolVerdict.valueOf(found), this.verdict);
	}

}
