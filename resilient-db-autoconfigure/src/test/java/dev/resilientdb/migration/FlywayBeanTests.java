package dev.resilientdb.migration;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The many ways in which applications have a Flyway.
 */
class FlywayBeanTests extends MigrationContract {

	FlywayBeanTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void script() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
	}

	@Test
	void guardsWhereCustomizerReplacesCallbacks() {
		ConfigurableApplicationContext context = start(application().with(ReplacedCallbacks.class));
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(context.getBean(CountedMigrations.class).count.get()).isEqualTo(1);
	}

	@Test
	void callbacksOfTheApplicationAreNotCalledForLooks() {
		start().close();
		ConfigurableApplicationContext context = start(application().with(ReplacedCallbacks.class));
		assertThat(context.getBean(CountedMigrations.class).infos.get()).isZero();
	}

	@Test
	void appliesMigrationsInJava() {
		ConfigurableApplicationContext context = start(application().with(InJava.class));
		assertThat(report(context).current()).isEqualTo("2");
		assertThat(jdbc().queryForObject("select count(*) from price", Integer.class)).isZero();
	}

	@Test
	void guardsFlywayThatMigratesByInitMethod() {
		ConfigurableApplicationContext context = start(application().with(ByInitMethod.class));
		assertThat(context.getBean(MigrationReports.class).of("own").current()).isEqualTo("1");
		context.close();
		this.scripts.with("V1__stock.sql", "select 1");
		assertThat(anomaly(refusal(application().with(ByInitMethod.class))).id()).isEqualTo("checksum-mismatch");
	}

	@Test
	void guardsFlywayWithUrlOfItsOwn() {
		ConfigurableApplicationContext context = start("spring.flyway.url=" + database().url(),
				"spring.flyway.user=" + database().username(), "spring.flyway.password=" + database().password());
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(report(context).history().dataSource()).isEqualTo("flyway");
	}

	@Test
	void guardsFlywayWithDataSourceOfItsOwn() {
		ConfigurableApplicationContext context = start(application().with(OwnDataSource.class));
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(report(context).history().dataSource()).isEqualTo("migrations");
	}

	@Test
	void guardsFlywayOnWrappedDataSource() {
		ConfigurableApplicationContext context = start(application().with(WrappedDataSource.class));
		assertThat(report(context).current()).isEqualTo("1");
		assertThat(report(context).history().dataSource()).isEqualTo("wrapped");
	}

	@Test
	void guardsFlywayInLazyApplication() {
		ConfigurableApplicationContext context = start("spring.main.lazy-initialization=true");
		context.getBean("flywayInitializer");
		assertThat(report(context).current()).isEqualTo("1");
	}

	@Test
	void subclassOfFlywayIsLeftAlone() {
		ConfigurableApplicationContext context = start(application().with(OwnClass.class));
		assertThat(context.getBean(Flyway.class)).isInstanceOf(SpecialFlyway.class);
		assertThat(report(context)).isNull();
	}

	@Test
	void applicationsFlywayKeepsItsConfiguration() {
		ConfigurableApplicationContext context = start(application().with(ReplacedCallbacks.class));
		Flyway flyway = context.getBean(Flyway.class);
		assertThat(flyway.getConfiguration().getCallbacks()).hasSize(1);
		assertThat(flyway.getConfiguration().isValidateOnMigrate()).isTrue();
		assertThat(flyway.info().applied()).hasSize(1);
	}

	static final class CountedMigrations implements Callback {

		private final AtomicInteger count = new AtomicInteger();

		private final AtomicInteger infos = new AtomicInteger();

		@Override
		public boolean supports(Event event, Context context) {
			return event == Event.AFTER_EACH_MIGRATE || event == Event.BEFORE_INFO;
		}

		@Override
		public boolean canHandleInTransaction(Event event, Context context) {
			return true;
		}

		@Override
		public void handle(Event event, Context context) {
			((event == Event.BEFORE_INFO) ? this.infos : this.count).incrementAndGet();
		}

		@Override
		public String getCallbackName() {
			return "counted";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReplacedCallbacks {

		@Bean
		CountedMigrations counted() {
			return new CountedMigrations();
		}

		@Bean
		FlywayConfigurationCustomizer customizer(CountedMigrations counted) {
			return (configuration) -> configuration.callbacks(counted);
		}

	}

	private static final class V2__price extends BaseJavaMigration {

		@Override
		public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
			context.getConnection().createStatement().execute("create table price (id integer primary key)");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InJava {

		@Bean
		JavaMigration price() {
			return new V2__price();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByInitMethod {

		@Bean(initMethod = "migrate")
		Flyway own(DataSource dataSource, Environment environment) {
			return Flyway.configure()
				.dataSource(dataSource)
				.locations(environment.getRequiredProperty("spring.flyway.locations"))
				.load();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDataSource {

		@Bean(defaultCandidate = false)
		@FlywayDataSource
		DataSource migrations(DataSourceProperties properties) {
			return new DriverManagerDataSource(properties.determineUrl(), properties.determineUsername(),
					properties.determinePassword());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WrappedDataSource {

		@Bean
		DataSource wrapped(DataSourceProperties properties) {
			return new DelegatingDataSource(
					new LazyConnectionDataSourceProxy(properties.initializeDataSourceBuilder().build()));
		}

	}

	static final class SpecialFlyway extends Flyway {

		SpecialFlyway(DataSource dataSource, String location) {
			super(Flyway.configure().dataSource(dataSource).locations(location));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClass {

		@Bean
		Flyway flyway(DataSource dataSource, Environment environment) {
			return new SpecialFlyway(dataSource, environment.getRequiredProperty("spring.flyway.locations"));
		}

	}

}
