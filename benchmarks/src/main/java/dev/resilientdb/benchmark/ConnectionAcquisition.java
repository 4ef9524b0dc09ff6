package dev.resilientdb.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is added to taking a connection from HikariCP and giving it back, alone and in a
 * transaction. The database is not asked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class ConnectionAcquisition {

	private ConfigurableApplicationContext context;

	private ConfigurableApplicationContext withoutStarter;

	private DataSource watched;

	private DataSource bare;

	private TransactionTemplate watchedTransaction;

	private TransactionTemplate bareTransaction;

	@Setup
	public void start() {
		this.withoutStarter = start("resilient-db.enabled=false");
		this.bare = this.withoutStarter.getBean(DataSource.class);
		this.bareTransaction = transaction(this.withoutStarter);
		this.context = start("resilient-db.enabled=true");
		this.watched = this.context.getBean(DataSource.class);
		this.watchedTransaction = transaction(this.context);
	}

	@TearDown
	public void stop() {
		this.context.close();
		this.withoutStarter.close();
	}

	@Benchmark
	public boolean bare() throws SQLException {
		try (Connection connection = this.bare.getConnection()) {
			return connection.isClosed();
		}
	}

	@Benchmark
	public boolean watched() throws SQLException {
		try (Connection connection = this.watched.getConnection()) {
			return connection.isClosed();
		}
	}

	@Benchmark
	public Object bareTransaction() {
		return this.bareTransaction.execute((status) -> Boolean.TRUE);
	}

	@Benchmark
	public Object watchedTransaction() {
		return this.watchedTransaction.execute((status) -> Boolean.TRUE);
	}

	private static TransactionTemplate transaction(ConfigurableApplicationContext context) {
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		transaction.setName("benchmark");
		return transaction;
	}

	private static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(Pool.class).web(WebApplicationType.NONE)
			.properties(property, "spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
							+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration")
			.run();
	}

	/**
	 * An application with one pool.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Pool {

		@Bean
		HikariDataSource dataSource() {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl("jdbc:h2:mem:" + System.identityHashCode(pool));
			pool.setMaximumPoolSize(10);
			return pool;
		}

	}

}
