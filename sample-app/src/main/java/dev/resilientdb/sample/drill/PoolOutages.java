package dev.resilientdb.sample.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.resilientdb.pool.PoolVerdict;

/**
 * What an application does to its own pool.
 */
@Configuration(proxyBeanMethods = false)
class PoolOutages {

	@Bean
	@Order(7)
	Outage poolExhausted(HikariDataSource pool, HeldConnections held) {
		return new Misused("pool-exhausted", "Slow transactions hold every connection of the pool.",
				PoolVerdict.EXHAUSTED, () -> exhaust(pool.getMaximumPoolSize(), held));
	}

	@Bean
	@Order(8)
	Outage connectionLeak(HikariDataSource pool) {
		return new Misused("connection-leak", "A method takes connections and never gives them back.",
				PoolVerdict.LEAKING, () -> leak(pool));
	}

	@Bean
	@Order(9)
	Outage nestedTransactions(HikariDataSource pool, Checkout checkout) {
		return new Misused("nested-transactions",
				"Every connection is held by a transaction that waits for a second one.", PoolVerdict.POOL_LOCKED,
				() -> lock(pool.getMaximumPoolSize(), checkout));
	}

	private static Outage.Repair exhaust(int size, HeldConnections held) throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(size);
		CountDownLatch end = new CountDownLatch(1);
		Holders holders = Holders.start(size, () -> held.slowReport(begun, end));
		begun.await(30, TimeUnit.SECONDS);
		return () -> {
			end.countDown();
			holders.await();
		};
	}

	private static Outage.Repair leak(HikariDataSource pool) throws SQLException {
		List<Connection> forgotten = new CopyOnWriteArrayList<>();
		try {
			for (int i = 0; i < pool.getMaximumPoolSize() / 2; i++) {
				forgotten.add(forget(pool));
			}
		}
		catch (SQLException ex) {
			closeAll(forgotten);
			throw ex;
		}
		return () -> closeAll(forgotten);
	}

	private static void closeAll(List<Connection> forgotten) throws SQLException {
		for (Connection connection : forgotten) {
			connection.close();
		}
	}

	private static Connection forget(HikariDataSource pool) throws SQLException {
		return pool.getConnection();
	}

	private static Outage.Repair lock(int size, Checkout checkout) {
		CountDownLatch all = new CountDownLatch(size);
		Holders holders = Holders.start(size, () -> checkout.order(all));
		return holders::await;
	}

	private record Misused(String name, String story, PoolVerdict expected, Misuse misuse) implements Outage {

		@Override
		public Repair inflict() throws SQLException, InterruptedException {
			return this.misuse.begin();
		}

	}

	private interface Misuse {

		Outage.Repair begin() throws SQLException, InterruptedException;

	}

}
