package dev.resilientdb.sample.drill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Needs a second connection while it holds its first.
 */
@Service
class Checkout {

	private final HeldConnections held;

	Checkout(HeldConnections held) {
		this.held = held;
	}

	/**
	 * Waits for the others to be as far, then asks for a second connection.
	 */
	@Transactional
	public void order(CountDownLatch others) throws InterruptedException {
		others.countDown();
		others.await(10, TimeUnit.SECONDS);
		this.held.journal();
	}

}
