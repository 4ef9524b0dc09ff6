package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of data sources that are no HikariCP pools, or hide one.
 */
class OtherDataSourceTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private WatchedPool pool;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void dataSourceWithoutPoolIsAsHealthyAsItsDatabase() {
		start(Unpooled.class);
		this.pool.awaitVerdict(PoolVerdict.HEALTHY);
		assertThat(this.pool.report().figures()).isNull();
	}

	@Test
	void dataSourceThatDoesNotTellHowItConnectsIsUnknown() {
		start(Routing.class);
		this.pool.awaitEvidence("The database was not asked");
		assertThat(this.pool.report().verdict()).isEqualTo(PoolVerdict.UNKNOWN);
	}

	@Test
	void poolInsideForeignWrapperIsFound() throws SQLException {
		start(Wrapped.class);
		try (Connection borrowed = this.pool.borrow()) {
			this.pool.awaitEvidence("1 of 10 connections are in use, 0 are free");
		}
	}

	@Test
	void poolThatTookAnothersPlaceIsWatchedInstead() throws SQLException {
		start(Pooled.class);
		this.pool.borrow().close();
		this.pool.awaitEvidence("0 of 10 connections are in use, 1 are free");
		DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) this.context.getBeanFactory();
		beans.destroySingleton("dataSource");
		try (Connection borrowed = this.pool.borrow()) {
			this.pool.awaitEvidence("1 of 10 connections are in use, 0 are free");
		}
	}

	@Test
	void dataSourceThatIsGoneIsForgotten() {
		start(Pooled.class);
		this.pool.awaitVerdict(PoolVerdict.HEALTHY);
		((DefaultSingletonBeanRegistry) this.context.getBeanFactory()).destroySingleton("dataSource");
		Awaitility.await().untilAsserted(() -> assertThat(this.pool.report()).isNull());
	}

	@Test
	void databaseIsNotAskedWhenThatIsSwitchedOff() throws SQLException {
		start(Unpooled.class, "resilient-db.pool.probe.enabled=false");
		this.pool.awaitEvidence("The database was not asked");
		assertThat(this.pool.report().verdict()).isEqualTo(PoolVerdict.UNKNOWN);
	}

	private void start(Class<?> configuration, String... properties) {
		this.context = TestApplication.create()
			.withoutJpa()
			.with(configuration)
			.withProperties("resilient-db.pool.sample-interval=100ms")
			.withProperties(properties)
			.start();
		this.pool = new WatchedPool(this.context);
	}

	@Configuration(proxyBeanMethods = false)
	static class Unpooled {

		@Bean
		DataSource dataSource() {
			return database.dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Pooled {

		@Bean
		DataSource dataSource() {
			return database.pool(10);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routing {

		@Bean
		DataSource dataSource() {
			AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
				@Override
				protected Object determineCurrentLookupKey() {
					return "main";
				}
			};
			routing.setTargetDataSources(Map.of("main", database.dataSource()));
			return routing;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Wrapped {

		@Bean(autowireCandidate = false)
		DataSource pool() {
			return database.pool(10);
		}

		@Bean
		DataSource dataSource(BeanFactory beans) {
			return new Wrapper(beans.getBean("pool", DataSource.class));
		}

	}

	private static final class Wrapper extends AbstractDataSource {

		private final DataSource pool;

		Wrapper(DataSource pool) {
			this.pool = pool;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.pool.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return this.pool.getConnection(username, password);
		}

		@Override
		public <T> T unwrap(Class<T> type) throws SQLException {
			return this.pool.unwrap(type);
		}

		@Override
		public boolean isWrapperFor(Class<?> type) throws SQLException {
			return this.pool.isWrapperFor(type);
		}

	}

}
