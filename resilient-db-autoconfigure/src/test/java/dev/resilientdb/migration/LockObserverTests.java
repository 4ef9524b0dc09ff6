package dev.resilientdb.migration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Looks at a server that takes connections and never answers.
 */
@Timeout(60)
class LockObserverTests {

	private ServerSocket server;

	private MigrationRun run;

	private MigrationReports reports;

	private LockObserver observer;

	@BeforeEach
	void begin() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.run = new MigrationRun(new SchemaState(new SchemaHistory("flyway", "dataSource", null, "history"),
				Flyway.configure().load().getConfiguration(), List.of(),
				new SchemaState.Server("PostgreSQL", "16", null, null), Expectation.TO_BE_MIGRATED,
				SchemaContent.EMPTY));
		this.reports = new MigrationReports(() -> List.of("flyway"), () -> false);
		this.observer = new LockObserver(this.run,
				new LockSettings(AnomalyPolicy.WARN, Duration.ZERO, Duration.ofSeconds(1)),
				new DriverManagerDataSource("jdbc:postgresql://%s:%d/none?sslmode=disable&gssEncMode=disable"
					.formatted(this.server.getInetAddress().getHostAddress(), this.server.getLocalPort())),
				new LockReport(this.reports, this.run, AnomalyPolicy.WARN));
		this.run.progress().asksFor("1");
	}

	@AfterEach
	void end() throws IOException {
		this.server.close();
	}

	@Test
	void endOfTheRunDoesNotWaitForLook() throws IOException {
		CompletableFuture<Void> look = CompletableFuture.runAsync(this.observer::look);
		try (Socket connected = this.server.accept()) {
			this.observer.close();
			assertThat(connected.isConnected()).isTrue();
			assertThat(look).isNotDone();
		}
		assertThat(look).succeedsWithin(Duration.ofSeconds(60));
	}

	@Test
	void startGivesUpWhileLookWaits() throws IOException {
		CompletableFuture<Void> look = CompletableFuture.runAsync(this.observer::look);
		try (Socket connected = this.server.accept()) {
			assertThatExceptionOfType(MigrationLockException.class)
				.isThrownBy(() -> this.observer.left(Duration.ofSeconds(2)))
				.withMessageContaining("gives up");
			assertThat(connected.isConnected()).isTrue();
			assertThat(look).isNotDone();
		}
	}

	@Test
	void lastLookDoesNotHoldUpTheStart() {
		assertThatExceptionOfType(MigrationLockException.class)
			.isThrownBy(() -> this.observer.left(Duration.ofSeconds(2)))
			.withMessageContaining("gives up");
	}

	@Test
	void nothingIsShownAfterTheRun() throws IOException {
		CompletableFuture<Void> look = CompletableFuture.runAsync(this.observer::look);
		try (Socket connected = this.server.accept()) {
			this.observer.close();
			assertThat(connected.isConnected()).isTrue();
		}
		look.join();
		assertThat(this.run.progress().lock()).isNull();
	}

}
