package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlite.SQLiteDataSource;

import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An application's data source stays what it is while others stand around its
 * connections.
 */
class InterceptedDataSourceTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Test
	void connectionPassesInterceptorsInTheirOrder() {
		run(pooled().with(RecordedAcquisitions.Outer.class), (context) -> {
			context.getBean(JdbcTemplate.class).execute("select 1");
			assertThat(events(context)).containsExactly("outer dataSource acquire", "one dataSource acquire");
		});
	}

	@Test
	void applicationFindsThePoolByItsOwnType() {
		run(pooled(), (context) -> {
			HikariDataSource pool = context.getBean(HikariDataSource.class);
			assertThat(context.getBean(DataSource.class)).isSameAs(pool);
			assertThat(pool.getJdbcUrl()).isEqualTo(database.url());
			assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
			assertThat(pool.unwrap(HikariDataSource.class).getPoolName()).isEqualTo(pool.getPoolName());
		});
	}

	@Test
	void settingsReachThePool() {
		run(pooled(), (context) -> {
			HikariDataSource pool = context.getBean(HikariDataSource.class);
			pool.getConnection().close();
			pool.getHikariConfigMXBean().setMaximumPoolSize(3);
			assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
			assertThat(pool.unwrap(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
		});
	}

	@Test
	void bootsMetricsReadThePool() {
		run(pooled(), (context) -> {
			DataSource dataSource = context.getBean(DataSource.class);
			try (Connection connection = dataSource.getConnection()) {
				assertThat(context.getBean(DataSourcePoolMetadataProvider.class)
					.getDataSourcePoolMetadata(dataSource)
					.getActive()).isOne();
				assertThat(context.getBean(MeterRegistry.class).get("hikaricp.connections.active").gauge().value())
					.isOne();
			}
		});
	}

	@Test
	void poolIsClosedWithTheApplication() {
		HikariDataSource[] pool = new HikariDataSource[1];
		run(pooled(), (context) -> {
			pool[0] = context.getBean(HikariDataSource.class);
			pool[0].getConnection().close();
		});
		assertThat(pool[0].isClosed()).isTrue();
	}

	@Test
	void refusalReachesTheCaller() {
		SQLException refusal = new SQLException("No");
		run(pooled(), (context) -> {
			context.getBean(RecordedAcquisitions.class).refuseWith(refusal);
			assertThatThrownBy(() -> context.getBean(DataSource.class).getConnection()).isSameAs(refusal);
		});
	}

	@Test
	void poolThatRunsAlreadyIsIntercepted() {
		run(application().with(Running.class), (context) -> {
			HikariDataSource pool = context.getBean(HikariDataSource.class);
			pool.getConnection().close();
			assertThat(events(context)).containsExactly("one dataSource acquire");
			assertThat(pool.isRunning()).isTrue();
		});
	}

	@Test
	void connectionWithAnotherLoginIsTheCallersAffair() {
		run(application().with(Unpooled.class), (context) -> {
			context.getBean(SQLiteDataSource.class).getConnection("someone", "secret").close();
			assertThat(events(context)).isEmpty();
		});
	}

	@Test
	void everyDataSourceHasItsOwnChain() {
		run(pooled().with(Other.class), (context) -> {
			context.getBean("other", DataSource.class).getConnection().close();
			context.getBean(DataSource.class).getConnection().close();
			assertThat(events(context)).containsExactly("one other acquire", "one dataSource acquire");
		});
	}

	@Test
	void connectionOfDecoratedDataSourceIsInterceptedOnce() {
		run(pooled().with(Decorated.class), (context) -> {
			assertThat(context.getBean("decorated").getClass()).isEqualTo(DelegatingDataSource.class);
			context.getBean("decorated", DataSource.class).getConnection().close();
			assertThat(events(context)).containsExactly("one dataSource acquire");
		});
	}

	@Test
	void embeddedDatabaseOfHiddenClassIsIntercepted() {
		run(application().with(Embedded.class), (context) -> {
			assertThat(context.getBean(DataSource.class)).isInstanceOf(EmbeddedDatabase.class);
			context.getBean(JdbcTemplate.class).execute("select 1");
			assertThat(events(context)).containsExactly("one dataSource acquire");
		});
	}

	@Test
	void dataSourceIsLeftAloneWhenTheRoomIsOff() {
		run(pooled().withProperties("resilient-db.acquisition.enabled=false"),
				(context) -> assertThat(context.getBean(DataSource.class).getClass())
					.isEqualTo(HikariDataSource.class));
	}

	@Test
	void dataSourceIsLeftAloneWhenNobodyStandsAround() {
		TestApplication bare = TestApplication.on(database)
			.withProperties("resilient-db.pool.enabled=false", "resilient-db.circuit.enabled=false");
		run(bare, (context) -> assertThat(context.getBean(DataSource.class).getClass())
			.isEqualTo(HikariDataSource.class));
	}

	@Test
	void transactionUsesOneConnection() {
		run(pooled(), (context) -> {
			JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
				.executeWithoutResult((status) -> {
					jdbc.execute("select 1");
					jdbc.execute("select 2");
				});
			assertThat(events(context)).containsExactly("one dataSource begin ", "one dataSource acquire",
					"one dataSource end ");
		});
	}

	private static TestApplication pooled() {
		return TestApplication.on(database).withoutJpa().with(RecordedAcquisitions.One.class);
	}

	private static TestApplication application() {
		return TestApplication.create().withoutJpa().with(RecordedAcquisitions.One.class);
	}

	private static List<String> events(ConfigurableApplicationContext context) {
		return context.getBean(RecordedAcquisitions.class).events();
	}

	private static void run(TestApplication application, Checked test) {
		try (ConfigurableApplicationContext context = application.start()) {
			test.accept(context);
		}
		catch (SQLException ex) {
			throw new AssertionError(ex);
		}
	}

	@FunctionalInterface
	interface Checked {

		void accept(ConfigurableApplicationContext context) throws SQLException;

	}

	@Configuration(proxyBeanMethods = false)
	static class Running {

		@Bean
		HikariDataSource dataSource() {
			HikariConfig config = new HikariConfig();
			config.setJdbcUrl(database.url());
			config.setUsername(database.username());
			config.setPassword(database.password());
			return new HikariDataSource(config);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unpooled {

		@Bean
		SQLiteDataSource dataSource() {
			SQLiteDataSource dataSource = new SQLiteDataSource();
			dataSource.setUrl("jdbc:sqlite::memory:");
			return dataSource;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Other {

		@Bean(defaultCandidate = false)
		HikariDataSource other() {
			return database.pool(2);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Decorated {

		@Bean(defaultCandidate = false)
		DelegatingDataSource decorated(DataSource dataSource) {
			return new DelegatingDataSource(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Embedded {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true).build();
		}

	}

}
