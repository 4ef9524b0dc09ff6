package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A vendor's data source with a way to connect of its own.
 */
class VendorDataSourceTests {

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		this.context = TestApplication.create()
			.withoutJpa()
			.with(RecordedAcquisitions.One.class)
			.with(Labelled.class)
			.start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void vendorsOwnWayToConnectIsTheVendors() throws SQLException {
		try (Connection connection = this.context.getBean(LabelledDataSource.class).getConnection(new Properties())) {
			assertThat(connection.isClosed()).isFalse();
		}
		assertThat(this.context.getBean(RecordedAcquisitions.class).events()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	static class Labelled {

		@Bean
		LabelledDataSource dataSource() {
			LabelledDataSource dataSource = new LabelledDataSource();
			dataSource.setUrl("jdbc:sqlite::memory:");
			return dataSource;
		}

	}

	static class LabelledDataSource extends SQLiteDataSource {

		public Connection getConnection(Properties labels) throws SQLException {
			return getConnection();
		}

	}

}
