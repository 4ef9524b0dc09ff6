package dev.resilientdb.proof;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

import dev.resilientdb.proof.Teller.Manner;
import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The books see it when a retry that goes by exception classes doubles orders: a proof
 * that cannot fail proves nothing.
 */
class NaiveRetryTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@RegisterExtension
	static final TestDatabase archive = TestDatabase.h2();

	private static final List<Deed> TRANSFERS = List.of(Deed.TRANSFER, Deed.TRANSFER_IN_PARTS,
			Deed.TRANSFER_IN_NEW_TRANSACTION);

	@Test
	void findsOrdersDoubledByRetryOfTransientFailures() {
		Manner naive = new NaiveRetry(List.of(TransientDataAccessException.class));
		assertThat(doubles(naive, Deed.without(Deed.Trait.ENTITIES))).isNotEmpty();
	}

	@Test
	void findsOrdersDoubledByRetryOfLostConnections() {
		Manner naive = new NaiveRetry(
				List.of(RecoverableDataAccessException.class, DataAccessResourceFailureException.class));
		assertThat(doubles(naive, TRANSFERS)).isNotEmpty();
	}

	@Test
	void findsNoDoublesWithoutRetry() {
		assertThat(doubles((call) -> call.call(), TRANSFERS)).isEmpty();
	}

	private static List<String> doubles(Manner manner, List<Deed> deeds) {
		Premises premises = new Premises(database, database.dataSource(), archive, ProductFaults.postgres(),
				new ThreadFaults());
		try (RunningBank bank = RunningBank.open(premises, List.of(Connections.Unpooled.class),
				"resilient-db.retry.enabled=false")) {
			History history = bank.run(new Workload(1, 300, 4, deeds), manner);
			return Inspection.of(premises).doubles(history);
		}
	}

}
