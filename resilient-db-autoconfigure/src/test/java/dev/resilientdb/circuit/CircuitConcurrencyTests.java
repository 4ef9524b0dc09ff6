package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many callers while the probe goes to and fro.
 */
class CircuitConcurrencyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final ExecutorService callers = Executors.newFixedThreadPool(4);

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicBoolean over = new AtomicBoolean();

	private Connection connection;

	private CircuitFixture fixture;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = database.dataSource().getConnection();
		this.fixture = new CircuitFixture(this.connection);
		this.fixture.probeAnswers();
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.callers.shutdownNow();
		this.connection.close();
	}

	@Test
	void everyCallIsServedOrRefusedAndTheLastAnswerCloses() {
		List<CompletableFuture<Void>> running = IntStream.range(0, 4)
			.mapToObj((caller) -> CompletableFuture.runAsync(this::callOn, this.callers))
			.toList();
		IntStream.range(0, 2000).forEach((time) -> {
			this.fixture.probeFails(FailureKind.CONNECTION_REFUSED);
			this.fixture.probeAnswers();
		});
		this.over.set(true);
		running.forEach(CompletableFuture::join);
		assertThat(this.fixture.asked.get() + this.refused.get()).isEqualTo(this.calls.get());
		assertThat(this.fixture.circuits.rejected(CircuitFixture.NAME)).isEqualTo(this.refused.get());
		assertThat(this.fixture.report().state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.fixture.report().opened()).isEqualTo(2000);
	}

	private void callOn() {
		while (!this.over.get()) {
			this.calls.incrementAndGet();
			try {
				this.fixture.take();
			}
			catch (DatabaseUnavailableException ex) {
				this.refused.incrementAndGet();
			}
		}
	}

}
