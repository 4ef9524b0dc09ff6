package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.acquisition.AcquisitionAutoConfiguration;
import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.pool.PoolAutoConfiguration;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CircuitAutoConfigurationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.h2();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
				TransactionAutoConfiguration.class, TransactionManagerCustomizationAutoConfiguration.class,
				DialectAutoConfiguration.class, FailureAutoConfiguration.class, AcquisitionAutoConfiguration.class,
				PoolAutoConfiguration.class, CircuitAutoConfiguration.class, AvailabilityAutoConfiguration.class,
				CircuitFallbackAutoConfiguration.class));

	@Test
	void isOnByDefault() {
		onDatabase().run((context) -> {
			HeldCircuit circuit = new HeldCircuit(context);
			circuit.open();
			assertThatExceptionOfType(DatabaseUnavailableException.class)
				.isThrownBy(() -> context.getBean(DataSource.class).getConnection());
			assertThat(context.getBean(DatabaseAvailability.class).overall()).isEqualTo(Availability.DOWN);
		});
	}

	@Test
	void roomCanBeSwitchedOffAndEverythingIsAvailable() {
		onDatabase().withPropertyValues("resilient-db.circuit.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Circuits.class)
				.getBean(DatabaseAvailability.class)
				.satisfies(
						(availability) -> assertThat(availability.of("dataSource")).isEqualTo(Availability.AVAILABLE))
				.satisfies((availability) -> assertThat(availability.overall()).isEqualTo(Availability.AVAILABLE)));
	}

	@Test
	void libraryCanBeSwitchedOffAndEverythingIsAvailable() {
		onDatabase().withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Circuits.class)
				.hasSingleBean(DatabaseAvailability.class));
	}

	@Test
	void availabilityIsToldWithoutTheLibraryOfTheBreaker() {
		onDatabase().withClassLoader(new FilteredClassLoader(CircuitBreaker.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Circuits.class)
				.hasSingleBean(ObservedAvailability.class)
				.getBean(DatabaseAvailability.class)
				.satisfies((availability) -> assertThat(availability.reports()).hasSize(1)));
	}

	@Test
	void startsWithoutDataSource() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, AcquisitionAutoConfiguration.class,
					PoolAutoConfiguration.class, CircuitAutoConfiguration.class, AvailabilityAutoConfiguration.class,
					CircuitFallbackAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean(DatabaseAvailability.class).overall())
				.isEqualTo(Availability.AVAILABLE));
	}

	@Test
	void applicationsOwnAvailabilityIsLeftAlone() {
		onDatabase().withUserConfiguration(OwnAvailability.class)
			.run((context) -> assertThat(context).hasSingleBean(DatabaseAvailability.class)
				.doesNotHaveBean(ObservedAvailability.class));
	}

	@Test
	void oneDataSourceDoesNotAffectTheOther() {
		this.runner.withUserConfiguration(TwoDataSources.class).run((context) -> {
			new HeldCircuit(context, "archive").open();
			DatabaseAvailability availability = context.getBean(DatabaseAvailability.class);
			assertThatNoException()
				.isThrownBy(() -> context.getBean("orders", DataSource.class).getConnection().close());
			assertThatExceptionOfType(DatabaseUnavailableException.class)
				.isThrownBy(() -> context.getBean("archive", DataSource.class).getConnection());
			assertThat(availability.of("orders")).isEqualTo(Availability.AVAILABLE);
			assertThat(availability.of("archive")).isEqualTo(Availability.DOWN);
			assertThat(availability.overall()).isEqualTo(Availability.DOWN);
		});
	}

	@Test
	void whoeverFindsOutWhetherTheDatabaseIsThereIsNotRefused() {
		this.runner.withUserConfiguration(Unpooled.class)
			.withPropertyValues("resilient-db.pool.probe.enabled=false")
			.run((context) -> {
				new HeldCircuit(context).open();
				assertThatExceptionOfType(DatabaseUnavailableException.class)
					.isThrownBy(() -> context.getBean(DataSource.class).getConnection());
				assertThatNoException()
					.isThrownBy(() -> context.getBean(DatabaseProducts.class).connect("dataSource").close());
			});
	}

	@Test
	void lazyTransactionIsRefusedAtItsFirstStatement() {
		this.runner.withUserConfiguration(LazyDataSource.class)
			.withPropertyValues("resilient-db.pool.probe.enabled=false")
			.run((context) -> {
				new HeldCircuit(context, "pool").open();
				TransactionTemplate template = new TransactionTemplate(
						context.getBean(PlatformTransactionManager.class));
				JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
				assertThatNoException().isThrownBy(() -> template.executeWithoutResult((status) -> {
				}));
				assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> template
					.executeWithoutResult((status) -> jdbc.queryForObject("select 1", Integer.class)));
			});
	}

	@Test
	void callersOpenTheCircuitWhereNobodyWatchesPools() {
		this.runner
			.withPropertyValues(
					"spring.datasource.url=jdbc:postgresql://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort()
							+ "/none",
					"spring.datasource.hikari.connection-timeout=250", "resilient-db.pool.enabled=false",
					"resilient-db.circuit.minimum-calls=2", "resilient-db.circuit.window=2")
			.run((context) -> {
				DataSource dataSource = context.getBean(DataSource.class);
				List.of(1, 2)
					.forEach((i) -> assertThatExceptionOfType(Exception.class).isThrownBy(dataSource::getConnection)
						.isNotInstanceOf(DatabaseUnavailableException.class));
				assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(dataSource::getConnection)
					.withMessageContaining("CONNECTION_REFUSED");
				assertThat(context.getBean(DatabaseAvailability.class).overall()).isEqualTo(Availability.DOWN);
			});
	}

	@Test
	void applicationThatStartsAsksItsDatabaseAsOftenAsItWants() {
		onDatabase().withUserConfiguration(Patient.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void invalidPatternNamesTheKey() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ShedPaths(List.of("/reports/{")))
			.withMessageContaining("resilient-db.circuit.shed-paths")
			.withMessageContaining("/reports/{");
	}

	private ApplicationContextRunner onDatabase() {
		return this.runner.withPropertyValues("spring.datasource.url=" + database.url(),
				"spring.datasource.username=" + database.username(), "resilient-db.pool.probe.enabled=false");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAvailability {

		@Bean
		DatabaseAvailability availability() {
			return new AlwaysAvailable(new AdvancingClock());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		HikariDataSource orders() {
			return database.pool(1);
		}

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unpooled {

		@Bean
		DriverManagerDataSource dataSource() {
			return new DriverManagerDataSource(database.url(), database.username(), database.password());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyDataSource {

		@Bean
		HikariDataSource pool() {
			return database.pool(1);
		}

		@Bean
		@Primary
		LazyConnectionDataSourceProxy dataSource(HikariDataSource pool) {
			LazyConnectionDataSourceProxy proxy = new LazyConnectionDataSourceProxy();
			proxy.setDefaultAutoCommit(true);
			proxy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
			proxy.setTargetDataSource(pool);
			return proxy;
		}

	}

	/**
	 * Waits for a database that is not there yet, as migrations do.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Patient {

		@Bean(destroyMethod = "close")
		HikariDataSource patient() {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort() + "/none");
			pool.setConnectionTimeout(250);
			pool.setInitializationFailTimeout(-1);
			return pool;
		}

		@Bean
		String migration(HikariDataSource patient) {
			for (int i = 0; i < 12; i++) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(patient::getConnection);
			}
			return "done";
		}

	}

}
