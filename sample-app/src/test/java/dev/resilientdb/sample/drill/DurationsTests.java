package dev.resilientdb.sample.drill;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTests {

	@Test
	void ranksDurationsWhateverTheirOrder() {
		Durations durations = new Durations(LongStream.rangeClosed(1, 100).map((millis) -> (101 - millis) * 1_000_000));
		assertThat(durations.percentileMillis(50)).isEqualTo(50.0);
		assertThat(durations.percentileMillis(99)).isEqualTo(99.0);
	}

	@Test
	void answersZeroWithoutCalls() {
		assertThat(new Durations(LongStream.empty()).percentileMillis(99)).isZero();
	}

}
