package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

import javax.sql.DataSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * An application that treats its pool badly.
 */
@Configuration(proxyBeanMethods = false)
class LeaseDrills {

	@Bean
	Orders orders(JdbcTemplate jdbc, Audit audit, ApplicationEventPublisher events) {
		return new Orders(jdbc, audit, events);
	}

	@Bean
	Audit audit(JdbcTemplate jdbc) {
		return new Audit(jdbc);
	}

	@Bean
	Reports reports(DataSource dataSource) {
		return new Reports(dataSource);
	}

	/**
	 * Transactions.
	 */
	static class Orders {

		private final JdbcTemplate jdbc;

		private final Audit audit;

		private final ApplicationEventPublisher events;

		Orders(JdbcTemplate jdbc, Audit audit, ApplicationEventPublisher events) {
			this.jdbc = jdbc;
			this.audit = audit;
			this.events = events;
		}

		@Transactional
		public void waitForAnotherSystem(CountDownLatch begun, CountDownLatch end) throws InterruptedException {
			this.jdbc.execute("select 1");
			begun.countDown();
			AnotherSystem.await(end);
		}

		@Transactional
		public void placeAndAudit(CyclicBarrier together) throws Exception {
			this.jdbc.execute("select 1");
			together.await();
			this.audit.write();
		}

		@Transactional
		public void placeAndTell() {
			this.jdbc.execute("select 1");
			this.events.publishEvent(new Placed());
		}

		@Transactional
		public void placeAndReport(Reports reports) throws SQLException {
			this.jdbc.execute("select 1");
			reports.read();
		}

	}

	/**
	 * A transaction of its own.
	 */
	static class Audit {

		private final JdbcTemplate jdbc;

		Audit(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public void write() {
			this.jdbc.execute("select 1");
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
		public void onPlaced(Placed event) {
			this.jdbc.execute("select 1");
		}

	}

	/**
	 * Connections without transactions.
	 */
	static class Reports {

		private final DataSource dataSource;

		private final Queue<Connection> forgotten = new ConcurrentLinkedQueue<>();

		Reports(DataSource dataSource) {
			this.dataSource = dataSource;
		}

		void forget() throws SQLException {
			Connection connection = this.dataSource.getConnection();
			this.forgotten.add(connection);
		}

		void read() throws SQLException {
			this.dataSource.getConnection().close();
		}

		void close() throws SQLException {
			for (Connection connection : this.forgotten) {
				connection.close();
			}
		}

	}

	/**
	 * What a transaction should not wait for.
	 */
	static final class AnotherSystem {

		private AnotherSystem() {
		}

		static void await(CountDownLatch end) throws InterruptedException {
			end.await();
		}

	}

	record Placed() {
	}

}
