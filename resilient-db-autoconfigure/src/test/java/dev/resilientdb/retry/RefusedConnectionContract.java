package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds when the server cannot be reached and no circuit says so before: no
 * transaction has begun.
 */
@Tag("scenario-15")
abstract class RefusedConnectionContract extends RelayContract {

	@Override
	TestApplication direct() {
		return super.direct().withProperties("spring.datasource.hikari.connection-timeout=500",
				"resilient-db.circuit.enabled=false");
	}

	@Test
	void givesBackRefusedConnectionAtOnce() {
		relay().close();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> insert(1)));
		assertThat(refusals()).isOne();
		assertThat(worker().attempts()).isZero();
		assertThat(calls().ambiguous()).isZero();
	}

	@Test
	void triesRefusedConnectionAgainWhenDeclared() {
		relay().close();
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class)
			.alsoOn(FailureKind.CONNECTION_REFUSED);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> insert(1)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(2));
		assertThat(refusals()).isEqualTo(3);
		assertThat(calls().exhausted()).isOne();
	}

	private long refusals() {
		return context().getBean(FailureLog.class).summary().byKind().getOrDefault(FailureKind.CONNECTION_REFUSED, 0L);
	}

}
