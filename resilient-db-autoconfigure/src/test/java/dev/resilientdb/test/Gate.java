package dev.resilientdb.test;

import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds threads back while it is closed.
 */
final class Gate {

	private static final CountDownLatch OPEN = new CountDownLatch(0);

	private final AtomicReference<CountDownLatch> latch = new AtomicReference<>(OPEN);

	void close() {
		this.latch.set(new CountDownLatch(1));
	}

	void open() {
		this.latch.getAndSet(OPEN).countDown();
	}

	void pass() throws InterruptedIOException {
		try {
			this.latch.get().await();
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

}
