package dev.resilientdb.pool;

import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TcpRelay;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of a pool whose server lives behind a network that fails.
 */
abstract class NetworkDrillContract {

	private TcpRelay relay;

	private ConfigurableApplicationContext context;

	private WatchedPool pool;

	abstract TestDatabase database();

	@BeforeEach
	void start() {
		this.relay = TcpRelay.to(database().owner());
		this.context = TestApplication.create()
			.withoutJpa()
			.withProperties("spring.datasource.url=" + this.relay.login().url(),
					"spring.datasource.username=" + this.relay.login().username(),
					"spring.datasource.password=" + this.relay.login().password(),
					"resilient-db.pool.sample-interval=100ms")
			.start();
		this.pool = new WatchedPool(this.context);
		this.pool.awaitVerdict(PoolVerdict.UNINITIALISED);
	}

	@AfterEach
	void stop() {
		this.relay.release();
		this.context.close();
		this.relay.close();
	}

	@Test
	void databaseBehindNetworkThatSwallowsEverythingIsDown() {
		this.relay.hold();
		this.pool.awaitVerdict(PoolVerdict.DATABASE_DOWN);
		assertThat(this.pool.report().evidence())
			.anySatisfy((sentence) -> assertThat(sentence).contains("has not answered for"));
	}

	@Test
	void applicationEndsWhileItsDatabaseIsSilent() {
		this.relay.hold();
		this.pool.awaitVerdict(PoolVerdict.DATABASE_DOWN);
		Awaitility.await().until(CompletableFuture.runAsync(this.context::close)::isDone);
	}

	@Test
	void databaseIsThereAgainWithItsNetwork() {
		this.relay.hold();
		this.pool.awaitVerdict(PoolVerdict.DATABASE_DOWN);
		this.relay.release();
		this.pool.awaitVerdict(PoolVerdict.UNINITIALISED);
	}

}
