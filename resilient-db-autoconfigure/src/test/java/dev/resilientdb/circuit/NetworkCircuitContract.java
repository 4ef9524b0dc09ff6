package dev.resilientdb.circuit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TcpRelay;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers meet while the network swallows everything.
 */
abstract class NetworkCircuitContract {

	private TcpRelay relay;

	private ConfigurableApplicationContext context;

	private DrilledApplication application;

	abstract TestDatabase database();

	@BeforeEach
	void start() {
		this.relay = TcpRelay.to(database().owner());
		this.context = TestApplication.create()
			.withoutJpa()
			.with(DrilledApplication.Events.class)
			.withProperties("spring.datasource.url=" + this.relay.login().url(),
					"spring.datasource.username=" + this.relay.login().username(),
					"spring.datasource.password=" + this.relay.login().password(),
					"spring.datasource.hikari.minimum-idle=0", "spring.datasource.hikari.connection-timeout=30000",
					"resilient-db.pool.sample-interval=100ms", "resilient-db.circuit.silence-threshold=1s")
			.start();
		this.application = new DrilledApplication(this.context);
		this.application.awaitHealthy();
	}

	@AfterEach
	void stop() {
		this.relay.release();
		this.context.close();
		this.relay.close();
	}

	@Test
	void databaseBehindNetworkThatSwallowsEverythingIsDownUntilItLetsThrough() {
		this.relay.hold();
		this.application.awaitOpen();
		this.application.assertRefused("is unavailable since");
		assertThat(this.application.availability()).isEqualTo(Availability.DOWN);
		this.relay.release();
		this.application.awaitRecovery();
		this.application.awaitTold(Availability.DOWN, Availability.AVAILABLE);
	}

}
