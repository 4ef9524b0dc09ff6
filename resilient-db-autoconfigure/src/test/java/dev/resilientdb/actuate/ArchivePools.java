package dev.resilientdb.actuate;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A second pool that nobody has asked for a connection, and a data source without one.
 */
@Configuration(proxyBeanMethods = false)
class ArchivePools {

	// As Boot makes it: the pool begins with the first connection
	@Bean(name = "archive.v1", defaultCandidate = false)
	HikariDataSource archive() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:archive");
		return pool;
	}

	@Bean(defaultCandidate = false)
	DataSource plain() {
		return new DriverManagerDataSource("jdbc:h2:mem:plain");
	}

}
