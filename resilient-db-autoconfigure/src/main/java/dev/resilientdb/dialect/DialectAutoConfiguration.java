package dev.resilientdb.dialect;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import dev.resilientdb.ConditionalOnRoom;

/**
 * {@link AutoConfiguration Auto-configuration} for the database products. A product that
 * speaks another one's protocol is asked before it. An application replaces a product by
 * a bean of the same name.
 */
@AutoConfiguration
@ConditionalOnRoom
@ImportRuntimeHints(DriverHints.class)
public final class DialectAutoConfiguration {

	private static final int DERIVED = Ordered.LOWEST_PRECEDENCE - 200;

	private static final int ORIGINAL = Ordered.LOWEST_PRECEDENCE - 100;

	@Bean
	@Order(DERIVED)
	@ConditionalOnMissingBean(name = "cockroachDialect")
	CockroachDialect cockroachDialect() {
		return new CockroachDialect();
	}

	@Bean
	@Order(DERIVED)
	@ConditionalOnMissingBean(name = "yugabyteDialect")
	YugabyteDialect yugabyteDialect() {
		return new YugabyteDialect();
	}

	@Bean
	@Order(DERIVED)
	@ConditionalOnMissingBean(name = "mariaDbDialect")
	MariaDbDialect mariaDbDialect() {
		return new MariaDbDialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "postgresDialect")
	PostgresDialect postgresDialect() {
		return new PostgresDialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "mySqlDialect")
	MySqlDialect mySqlDialect() {
		return new MySqlDialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "h2Dialect")
	H2Dialect h2Dialect() {
		return new H2Dialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "sqliteDialect")
	SqliteDialect sqliteDialect() {
		return new SqliteDialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "sqlServerDialect")
	SqlServerDialect sqlServerDialect() {
		return new SqlServerDialect();
	}

	@Bean
	@Order(ORIGINAL)
	@ConditionalOnMissingBean(name = "oracleDialect")
	OracleDialect oracleDialect() {
		return new OracleDialect();
	}

}
