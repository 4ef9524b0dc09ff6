package dev.resilientdb.sample.drill;

import java.util.concurrent.CountDownLatch;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Methods that hold connections longer than they should.
 */
@Service
class HeldConnections {

	/**
	 * Keeps its transaction open until it may end.
	 */
	@Transactional
	public void slowReport(CountDownLatch begun, CountDownLatch end) throws InterruptedException {
		begun.countDown();
		end.await();
	}

	/**
	 * Writes its own transaction beside that of the caller.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void journal() {
	}

}
