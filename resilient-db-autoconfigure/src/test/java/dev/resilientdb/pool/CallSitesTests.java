package dev.resilientdb.pool;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallSites}.
 */
class CallSitesTests {

	private final CallSites sites = new CallSites(new ApplicationCode());

	@Test
	void siteIsTheMethodOfTheApplication() {
		assertThat(this.sites.find().name()).isEqualTo(method("siteIsTheMethodOfTheApplication"));
	}

	@Test
	void lambdaIsNamedAfterItsMethod() {
		Supplier<CallSite> lambda = () -> this.sites.find();
		assertThat(lambda.get().name()).isEqualTo(method("lambdaIsNamedAfterItsMethod"));
	}

	@Test
	void constructorHandsOnToItsCaller() {
		assertThat(new Session(this.sites).site.name()).isEqualTo(method("constructorHandsOnToItsCaller"));
	}

	@Test
	void placeOutsideTransactionsEndsWithItsMethod() {
		assertThat(this.sites.find().outlivesMethod()).isFalse();
	}

	@Test
	void plainPlaceWithinATransactionEndsWithItsMethod() {
		TransactionSynchronizationManager.initSynchronization();
		assertThat(this.sites.find().outlivesMethod()).isFalse();
		TransactionSynchronizationManager.clearSynchronization();
	}

	@Test
	void burstIsBounded() {
		assertThat(found(1000, 0)).isBetween(100L, 101L);
	}

	@Test
	void onePlaceAMillisecondIsFoundUnderLoad() {
		assertThat(found(1000, 0)).isPositive();
		assertThat(found(1000, Duration.ofMillis(3).toNanos())).isEqualTo(3);
	}

	private long found(int calls, long now) {
		return Stream.generate(() -> this.sites.sample(now)).limit(calls).filter(Objects::nonNull).count();
	}

	private static String method(String name) {
		return CallSitesTests.class.getName() + "." + name;
	}

	/**
	 * Takes what it keeps.
	 */
	private static final class Session {

		private final CallSite site;

		Session(CallSites sites) {
			this.site = sites.find();
		}

	}

}
