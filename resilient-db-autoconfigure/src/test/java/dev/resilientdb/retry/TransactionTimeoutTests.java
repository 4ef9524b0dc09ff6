package dev.resilientdb.retry;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What shortens the timeout of a running transaction.
 */
class TransactionTimeoutTests {

	private static final String KEY = "resource";

	private final ResourceHolderSupport holder = new ResourceHolderSupport() {
	};

	TransactionTimeoutTests() {
		TransactionSynchronizationManager.bindResource(KEY, this.holder);
	}

	@AfterEach
	void unbind() {
		TransactionSynchronizationManager.unbindResource(KEY);
	}

	@Test
	void longerTimeoutIsShortened() {
		this.holder.setTimeoutInSeconds(100_000);
		assertThat(TransactionTimeout.limit(KEY, Duration.ofSeconds(1000))).isTrue();
		assertThat(this.holder.getTimeToLiveInMillis()).isBetween(1L, 1_000_000L);
	}

	@Test
	void shorterTimeoutStays() {
		this.holder.setTimeoutInSeconds(1000);
		assertThat(TransactionTimeout.limit(KEY, Duration.ofSeconds(100_000))).isFalse();
		assertThat(this.holder.getTimeToLiveInMillis()).isBetween(1L, 1_000_000L);
	}

	@Test
	void transactionWithoutTimeoutStaysWithout() {
		assertThat(TransactionTimeout.limit(KEY, Duration.ofSeconds(1000))).isFalse();
		assertThat(this.holder.hasTimeout()).isFalse();
	}

	// What fails between the beginning of a transaction and its body leaves it open
	@Test
	void timeoutThatHasPassedIsLeftToTheFirstStatement() {
		this.holder.setTimeoutInMillis(-1);
		assertThat(TransactionTimeout.limit(KEY, Duration.ofSeconds(1000))).isFalse();
		assertThat(this.holder.isRollbackOnly()).isFalse();
	}

}
