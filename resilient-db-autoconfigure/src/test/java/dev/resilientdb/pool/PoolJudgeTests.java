package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.pool.ProbeAnswer.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoolJudge}.
 */
class PoolJudgeTests {

	private static final ProbeAnswer ANSWERED = probe(Outcome.ANSWERED, null);

	private final PoolJudge judge = new PoolJudge(0.80, 0.95);

	@ParameterizedTest
	@CsvSource(textBlock = """
			0, 0, HEALTHY
			79, 0, HEALTHY
			80, 0, BUSY
			94, 0, BUSY
			95, 0, SATURATED
			100, 0, SATURATED
			100, 1, EXHAUSTED
			""")
	void utilizationDecides(int active, int waiting, PoolVerdict verdict) {
		assertThat(judge(active, waiting, PoolVerdict.HEALTHY)).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			76, BUSY, BUSY
			75, BUSY, BUSY
			74, BUSY, HEALTHY
			91, SATURATED, SATURATED
			89, SATURATED, BUSY
			74, SATURATED, HEALTHY
			91, EXHAUSTED, SATURATED
			91, BUSY, BUSY
			""")
	void verdictIsLeftLaterThanItIsReached(int active, PoolVerdict current, PoolVerdict verdict) {
		assertThat(judge(active, 0, current)).isEqualTo(verdict);
	}

	@Test
	void threadThatWaitsWhileConnectionsAreFreeExhaustsNothing() {
		assertThat(this.judge.ofPool(sight(new PoolFigures(10, 5, 15, 1, 100), ANSWERED), PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.HEALTHY);
	}

	@Test
	void databaseThatIsSilentCountsMoreThanPool() {
		assertThat(this.judge.ofPool(sight(full(), probe(Outcome.SILENT, null)), PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.DATABASE_DOWN);
	}

	@Test
	void refusedLoginCountsMoreThanPool() {
		assertThat(this.judge.ofPool(sight(full(), probe(Outcome.FAILED, FailureKind.AUTHENTICATION)),
				PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.BAD_CREDENTIALS);
	}

	@Test
	void serverThatRefusesOneMoreConnectionServesTheOthers() {
		assertThat(this.judge.ofPool(sight(full(), probe(Outcome.FAILED, FailureKind.TOO_MANY_CONNECTIONS)),
				PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.EXHAUSTED);
	}

	@ParameterizedTest
	@EnumSource(names = { "CONNECTION_REFUSED", "CONNECTION_LOST", "SERVER_STARTING", "SERVER_SHUTDOWN", "UNKNOWN" })
	void everyOtherFailureMeansDown(FailureKind kind) {
		assertThat(this.judge.ofPool(sight(full(), probe(Outcome.FAILED, kind)), PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.DATABASE_DOWN);
	}

	@Test
	void databaseThatWasNotAskedLeavesTheWordToThePool() {
		assertThat(this.judge.ofPool(sight(full(), probe(Outcome.NOT_ASKED, null)), PoolVerdict.HEALTHY))
			.isEqualTo(PoolVerdict.EXHAUSTED);
	}

	@Test
	void poolWhoseHoldersWaitForEachOtherIsLocked() {
		assertThat(judge(full(), locked(), ANSWERED)).isEqualTo(PoolVerdict.POOL_LOCKED);
	}

	@Test
	void databaseThatIsSilentCountsMoreThanLock() {
		assertThat(judge(full(), locked(), probe(Outcome.SILENT, null))).isEqualTo(PoolVerdict.DATABASE_DOWN);
	}

	@Test
	void leakIsNamedBeforeThePoolIsFull() {
		assertThat(judge(new PoolFigures(1, 9, 10, 0, 10), leaking(1), ANSWERED)).isEqualTo(PoolVerdict.LEAKING);
	}

	@Test
	void leakOfHalfThePoolExplainsItsExhaustion() {
		assertThat(judge(full(), leaking(5), ANSWERED)).isEqualTo(PoolVerdict.LEAKING);
	}

	@Test
	void smallLeakDoesNotExplainExhaustion() {
		assertThat(judge(full(), leaking(4), ANSWERED)).isEqualTo(PoolVerdict.EXHAUSTED);
	}

	private PoolVerdict judge(PoolFigures figures, Holding holding, ProbeAnswer probe) {
		return this.judge.ofPool(new Sight(figures, holding, probe), PoolVerdict.HEALTHY);
	}

	private static Holding locked() {
		return new Holding(List.of(), 0, new PoolLock(10, 13, 2, List.of()), List.of(), List.of());
	}

	private static Holding leaking(int leaked) {
		return new Holding(List.of(), leaked, null, List.of(), List.of());
	}

	private PoolVerdict judge(int active, int waiting, PoolVerdict current) {
		return this.judge.ofPool(sight(new PoolFigures(active, 100 - active, 100, waiting, 100), ANSWERED), current);
	}

	private static PoolFigures full() {
		return new PoolFigures(10, 0, 10, 3, 10);
	}

	private static Sight sight(PoolFigures figures, ProbeAnswer probe) {
		return new Sight(figures, Holding.UNKNOWN, probe);
	}

	private static ProbeAnswer probe(Outcome outcome, @Nullable FailureKind failure) {
		return new ProbeAnswer(outcome, Instant.EPOCH, Duration.ZERO, failure);
	}

}
