package dev.resilientdb.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.resilientdb.pool.ProbeAnswer.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureKinds}.
 */
class FailureKindsTests {

	private final FailureKinds kinds = new FailureKinds((thrown) -> {
		throw new IllegalStateException("classifier");
	});

	@Test
	void probeToldOfFailureThoughTheClassifierFails() {
		DatabaseProbe probe = new DatabaseProbe(() -> {
			throw new SQLException("refused", "08001");
		}, this.kinds, Runnable::run, Duration.ofSeconds(1), () -> Instant.EPOCH);
		probe.ask();
		assertThat(probe.answer().outcome()).isEqualTo(Outcome.FAILED);
		assertThat(probe.answer().failure()).isNull();
	}

}
