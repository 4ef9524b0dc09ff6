package dev.resilientdb.constraint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue of one data source: read when it is first needed, and again when it is
 * old or lacks a name. Safe for use by several threads; reading happens elsewhere.
 */
final class CatalogEntry {

	private static final Duration OLD = Duration.ofMinutes(10);

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final InstantSource clock;

	private volatile @Nullable Catalog catalog;

	private volatile CountDownLatch first = new CountDownLatch(1);

	private @Nullable Instant begun;

	private boolean reading;

	CatalogEntry(InstantSource clock) {
		this.clock = clock;
	}

	@Nullable Catalog catalog() {
		return this.catalog;
	}

	/**
	 * Whether the caller should read the catalogue now.
	 * @param lacking whether the catalogue lacks what was asked for
	 */
	synchronized boolean begin(boolean lacking) {
		Instant now = this.clock.instant();
		Duration due = (this.catalog == null || lacking) ? PAUSE : OLD;
		if (this.reading || (this.begun != null && now.isBefore(this.begun.plus(due)))) {
			return false;
		}
		this.reading = true;
		this.begun = now;
		this.first = new CountDownLatch(1);
		return true;
	}

	synchronized void end(@Nullable Catalog read) {
		this.reading = false;
		if (read != null) {
			this.catalog = read;
		}
		this.first.countDown();
	}

	/**
	 * Waits until the catalogue was read, but never longer than the given time after the
	 * reading began.
	 */
	void await(Duration wait) {
		Duration left = left(wait);
		if (left.isNegative() || left.isZero()) {
			return;
		}
		try {
			this.first.await(left.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized Duration left(Duration wait) {
		Instant since = this.begun;
		return (this.reading && since != null) ? Duration.between(this.clock.instant(), since.plus(wait))
				: Duration.ZERO;
	}

}
