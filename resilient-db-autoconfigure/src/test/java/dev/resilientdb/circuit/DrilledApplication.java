package dev.resilientdb.circuit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.Pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A running application with one data source whose database suffers.
 */
record DrilledApplication(ConfigurableApplicationContext context) {

	static final String NAME = "dataSource";

	/**
	 * Makes sure that the database is known to have been there.
	 */
	void awaitHealthy() {
		work();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.context.getBean(Pools.class).report(NAME)).isNotNull()
				.satisfies((report) -> assertThat(report.verdict()).isEqualTo(PoolVerdict.HEALTHY)));
	}

	void work() {
		new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> workWithoutTransaction());
	}

	void workWithoutTransaction() {
		new JdbcTemplate(this.context.getBean(DataSource.class)).queryForObject("select 1", Integer.class);
	}

	/**
	 * Callers are told at once and wait nowhere.
	 */
	void assertRefused(String reason) {
		long before = circuit().rejected();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this::work)
			.withMessageContaining(reason)
			.withNoCause();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this::workWithoutTransaction);
		assertThat(circuit().rejected()).isEqualTo(before + 2);
		assertThat(pool().getHikariPoolMXBean().getThreadsAwaitingConnection()).isZero();
	}

	void awaitOpen() {
		awaitState(CircuitState.OPEN);
	}

	/**
	 * The database is there again and everybody knows.
	 */
	void awaitRecovery() {
		awaitState(CircuitState.CLOSED);
		work();
		assertThat(circuit().timeToRecovery()).isPositive();
		Awaitility.await().until(() -> availability() == Availability.AVAILABLE);
	}

	private void awaitState(CircuitState state) {
		Awaitility.await().untilAsserted(() -> assertThat(circuit().state()).isEqualTo(state));
	}

	void awaitTold(Availability... availabilities) {
		Events events = this.context.getBean(Events.class);
		Awaitility.await()
			.untilAsserted(() -> assertThat(events.heard).extracting((event) -> event.report().availability())
				.containsSubsequence(availabilities));
	}

	/**
	 * Has callers find out that there are no connections, and open the circuit.
	 */
	void failUntilOpen() {
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this::work));
	}

	void workUntilRecovered() {
		Awaitility.await().ignoreExceptions().until(() -> {
			work();
			return circuit().state() == CircuitState.CLOSED;
		});
	}

	Availability availability() {
		return this.context.getBean(DatabaseAvailability.class).of(NAME);
	}

	CircuitReport circuit() {
		return this.context.getBean(Circuits.class).report(NAME);
	}

	HikariDataSource pool() {
		return this.context.getBean(HikariDataSource.class);
	}

	static final class Events {

		private final List<DatabaseAvailabilityEvent> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(DatabaseAvailabilityEvent event) {
			this.heard.add(event);
		}

		// What was told while the application started is not of the drill
		@EventListener(ApplicationReadyEvent.class)
		void begin() {
			this.heard.clear();
		}

	}

}
