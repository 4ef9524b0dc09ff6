package dev.resilientdb.acquisition;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which classes of data sources can be intercepted, and what they keep.
 */
class DataSourceClassTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void fieldsOfTheApplicationsOwnClassAreShown() throws SQLException {
		start(Own.class);
		assertThat(this.context.getBean(TenantDataSource.class).tenant).isEqualTo("b");
		connect();
		assertThat(events()).containsExactly("one dataSource acquire");
	}

	@Test
	void classWithFinalMethodsIsLeftAlone() throws SQLException {
		start(Sealed.class);
		assertThat(this.context.getBean(DataSource.class).getClass()).isEqualTo(SealedDataSource.class);
		assertThat(this.context.getBean(SealedDataSource.class).tenant()).isEqualTo("b");
		connect();
		assertThat(events()).isEmpty();
	}

	@Test
	void finalClassIsLeftAlone() throws SQLException {
		start(Final.class);
		assertThat(this.context.getBean(DataSource.class).getClass()).isEqualTo(JdbcDataSource.class);
		connect();
		assertThat(events()).isEmpty();
	}

	private void start(Class<?> configuration) {
		this.context = TestApplication.create()
			.withoutJpa()
			.with(RecordedAcquisitions.One.class, configuration)
			.start();
	}

	private void connect() throws SQLException {
		this.context.getBean(DataSource.class).getConnection().close();
	}

	private List<String> events() {
		return this.context.getBean(RecordedAcquisitions.class).events();
	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		TenantDataSource dataSource() {
			return new TenantDataSource("b");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Sealed {

		@Bean
		SealedDataSource dataSource() {
			return new SealedDataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Final {

		@Bean
		JdbcDataSource dataSource() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setUrl(database.url());
			dataSource.setUser(database.username());
			dataSource.setPassword(database.password());
			return dataSource;
		}

	}

	static class TenantDataSource extends HikariDataSource {

		private final String tenant;

		TenantDataSource(String tenant) {
			this.tenant = tenant;
			setJdbcUrl(database.url());
			setUsername(database.username());
			setPassword(database.password());
		}

	}

	static class SealedDataSource extends TenantDataSource {

		SealedDataSource() {
			super("b");
		}

		final String tenant() {
			return super.tenant;
		}

	}

}
