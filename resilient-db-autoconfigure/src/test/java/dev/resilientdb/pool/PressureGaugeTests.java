package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PressureGauge}.
 */
class PressureGaugeTests {

	private final PressureGauge gauge = new PressureGauge();

	private Instant now = Instant.EPOCH;

	@Test
	void calmPoolIsUnderNoPressure() {
		assertThat(note(PoolVerdict.HEALTHY, new PoolFigures(4, 6, 10, 0, 10))).isEqualTo(new Pressure(0, 4, null));
	}

	@Test
	void peakThatDoesNotLastIsNoPressure() {
		assertThat(note(PoolVerdict.HEALTHY, new PoolFigures(10, 0, 10, 3, 10)).isLate()).isFalse();
	}

	@Test
	void mostWaitingThreadsAreRememberedForAWhile() {
		note(PoolVerdict.EXHAUSTED, new PoolFigures(10, 0, 10, 3, 10));
		note(PoolVerdict.EXHAUSTED, new PoolFigures(10, 0, 10, 2, 10));
		pass(Duration.ofMinutes(10));
		assertThat(calm()).isEqualTo(new Pressure(3, 10, null));
		pass(Duration.ofMillis(1));
		assertThat(calm()).isEqualTo(new Pressure(0, 10, null));
	}

	@Test
	void fewestOpenConnectionsAtWhichThreadsWaitedAreRemembered() {
		note(PoolVerdict.EXHAUSTED, new PoolFigures(2, 0, 2, 3, 10));
		assertThat(note(PoolVerdict.EXHAUSTED, new PoolFigures(4, 0, 4, 3, 10)).openWhenWaiting()).isEqualTo(2);
	}

	private Pressure calm() {
		return note(PoolVerdict.HEALTHY, new PoolFigures(0, 10, 10, 0, 10));
	}

	private Pressure note(PoolVerdict verdict, PoolFigures figures) {
		return this.gauge.note(new PoolReport("dataSource", verdict, this.now, this.now, List.of(), figures,
				ProbeAnswer.none(this.now), List.of(), List.of()));
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
