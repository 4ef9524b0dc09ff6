package dev.resilientdb.retry;

import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

import dev.resilientdb.test.TcpRelay;
import dev.resilientdb.test.TestApplication;

/**
 * An application that reaches its server through a {@link TcpRelay}.
 */
abstract class RelayContract extends WorkerContract {

	private @Nullable TcpRelay relay;

	@Override
	final TestApplication application() {
		this.relay = TcpRelay.to(database().owner());
		return direct().withProperties("spring.datasource.url=" + url());
	}

	/**
	 * The application before it is led through the relay.
	 */
	TestApplication direct() {
		return super.application();
	}

	/**
	 * The way through the relay.
	 */
	String url() {
		return relay().login().url();
	}

	@AfterEach
	final void closeRelay() {
		relay().close();
	}

	final TcpRelay relay() {
		if (this.relay == null) {
			throw new IllegalStateException("Not started");
		}
		return this.relay;
	}

	/**
	 * So often that the driver has prepared what it prepares.
	 */
	final void commitOften() {
		IntStream.range(0, 10).forEach((time) -> worker().retried(() -> replace(100)));
		database().owner().execute("delete from entry");
	}

	/**
	 * Has the same effect however often it runs.
	 */
	final void replace(int id) {
		jdbc().update("delete from entry where id = ?", id);
		insert(id);
	}

}
