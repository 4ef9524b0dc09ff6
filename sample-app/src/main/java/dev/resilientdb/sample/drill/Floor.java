package dev.resilientdb.sample.drill;

import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

import dev.resilientdb.sample.RefusedException;

/**
 * Where one drill at a time is run.
 */
@Component
class Floor {

	private final Semaphore free = new Semaphore(1);

	<T, E extends Exception> T exclusively(Course<T, E> course) throws E, InterruptedException {
		if (!this.free.tryAcquire()) {
			throw RefusedException.busy("Another drill is running.");
		}
		try {
			return course.run();
		}
		finally {
			this.free.release();
		}
	}

	interface Course<T, E extends Exception> {

		T run() throws E, InterruptedException;

	}

}
