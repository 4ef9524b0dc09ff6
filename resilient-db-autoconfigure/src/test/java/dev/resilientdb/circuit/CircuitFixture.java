package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.acquisition.ConnectionSource;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;
import dev.resilientdb.pool.PoolFigures;
import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.ProbeAnswer;
import dev.resilientdb.pool.ProbeAnswer.Outcome;

import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * One circuit around a source that does what the test says. A failure of the source
 * carries its kind as SQLState.
 */
final class CircuitFixture {

	static final String NAME = "orders";

	final AdvancingClock clock = new AdvancingClock();

	final List<String> changes = new CopyOnWriteArrayList<>();

	final List<String> evicted = new ArrayList<>();

	final AtomicInteger asked = new AtomicInteger();

	final Circuits circuits;

	private final Connection connection;

	/**
	 * With half of at least four of the last ten failing, for five seconds, then two
	 * calls.
	 */
	CircuitFixture(Connection connection) {
		this.connection = connection;
		this.circuits = new Circuits(properties(), () -> CircuitFixture::classify, () -> List.of(this.changes::add),
				this.evicted::add, this.clock);
		circuit();
		this.circuits.arm();
	}

	static CircuitProperties properties() {
		return new CircuitProperties(0.5, 0.8, Duration.ofSeconds(2), 4, 10, Duration.ofSeconds(5), 2,
				Duration.ofSeconds(30), Duration.ofSeconds(1), List.of());
	}

	Circuit circuit() {
		return this.circuits.circuit(NAME);
	}

	CircuitReport report() {
		return this.circuits.report(NAME);
	}

	/**
	 * Takes connections, and closes none.
	 */
	void succeed(int times) {
		IntStream.range(0, times).forEach((i) -> take());
	}

	Connection take() {
		try {
			return circuit().acquire(source());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Has acquisitions fail.
	 * @return what the caller of the last one got
	 */
	Throwable fail(FailureKind kind, int times) {
		SQLException failure = new SQLException("failure", kind.name());
		return IntStream.range(0, times).mapToObj((i) -> fail(failure)).reduce((first, last) -> last).orElseThrow();
	}

	Throwable fail(Exception failure) {
		return catchThrowable(() -> circuit().acquire(() -> {
			this.asked.incrementAndGet();
			if (failure instanceof SQLException ex) {
				throw ex;
			}
			throw (RuntimeException) failure;
		}));
	}

	ConnectionSource source() {
		return () -> {
			this.asked.incrementAndGet();
			return this.connection;
		};
	}

	void probeFails(FailureKind kind) {
		PoolVerdict verdict = (kind == FailureKind.AUTHENTICATION) ? PoolVerdict.BAD_CREDENTIALS
				: PoolVerdict.DATABASE_DOWN;
		sample(verdict, new ProbeAnswer(Outcome.FAILED, this.clock.instant(), Duration.ofMillis(1), kind));
	}

	void serverTakesNoFurtherConnection() {
		sample(PoolVerdict.HEALTHY, new ProbeAnswer(Outcome.FAILED, this.clock.instant(), Duration.ofMillis(1),
				FailureKind.TOO_MANY_CONNECTIONS));
	}

	void probeHearsNothing(Duration latency) {
		sample(PoolVerdict.DATABASE_DOWN, new ProbeAnswer(Outcome.SILENT, this.clock.instant(), latency, null));
	}

	void probeAnswers() {
		sample(PoolVerdict.HEALTHY,
				new ProbeAnswer(Outcome.ANSWERED, this.clock.instant(), Duration.ofMillis(1), null));
	}

	void poolHas(PoolFigures figures) {
		sample(PoolVerdict.HEALTHY, figures,
				new ProbeAnswer(Outcome.ANSWERED, this.clock.instant(), Duration.ofMillis(1), null));
	}

	void loginIsRefusedWhilePoolHas(PoolFigures figures) {
		sample(PoolVerdict.BAD_CREDENTIALS, figures, new ProbeAnswer(Outcome.FAILED, this.clock.instant(),
				Duration.ofMillis(1), FailureKind.AUTHENTICATION));
	}

	private void sample(PoolVerdict verdict, ProbeAnswer answer) {
		sample(verdict, null, answer);
	}

	private void sample(PoolVerdict verdict, @Nullable PoolFigures figures, ProbeAnswer answer) {
		this.clock.pass(Duration.ofMillis(500));
		this.circuits.sampled(new PoolReport(NAME, verdict, this.clock.instant(), this.clock.instant(), List.of(),
				figures, answer, List.of(), List.of()));
	}

	private static DatabaseFailure classify(Throwable thrown) {
		if (thrown instanceof SQLException ex && ex.getSQLState() != null) {
			return new DatabaseFailure(FailureKind.valueOf(ex.getSQLState()), "none", ex.getSQLState(), 0, ex,
					Rollback.UNKNOWN);
		}
		return null;
	}

}
