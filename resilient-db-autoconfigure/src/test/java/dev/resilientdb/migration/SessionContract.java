package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Sessions that migrate.
 */
abstract class SessionContract extends MigrationContract {

	private final SessionFacts facts;

	SessionContract(TestDatabase database, SessionFacts facts) {
		super(database);
		this.facts = facts;
	}

	@Test
	void scriptsWaitFiveSecondsForLocks() {
		this.scripts.with("V1__seen.sql", "create table seen as select " + this.facts.lockTimeout() + " as value");
		start();
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo(this.facts.fiveSeconds());
	}

	@Test
	void scriptsWaitAsLongAsTheyAreTold() {
		this.scripts.with("V1__seen.sql", "create table seen as select " + this.facts.lockTimeout() + " as value");
		start("resilient-db.migration.session.lock-timeout=0");
		assertThat(jdbc().queryForObject("select value from seen", String.class))
			.isNotEqualTo(this.facts.fiveSeconds());
	}

	@Test
	void statementsMayBeLimited() {
		this.scripts.with("V1__seen.sql", "create table seen as select " + this.facts.statementTimeout() + " as value");
		start("resilient-db.migration.session.statement-timeout=7m");
		assertThat(jdbc().queryForObject("select value from seen", String.class)).isEqualTo(this.facts.sevenMinutes());
	}

	@Test
	void poolInheritsNothingFromScripts() {
		Set<String> untouched = Set.of(jdbc().queryForObject(this.facts.settings(), String.class));
		this.scripts.with("V1__settings.sql", this.facts.scribble());
		ConfigurableApplicationContext context = start("spring.datasource.hikari.maximum-pool-size=2");
		assertThat(settings(context.getBean(HikariDataSource.class))).isEqualTo(untouched);
	}

	@Test
	void poolInheritsNothingThroughLazyConnections() {
		Set<String> untouched = Set.of(jdbc().queryForObject(this.facts.settings(), String.class));
		this.scripts.with("V1__settings.sql", this.facts.scribble());
		ConfigurableApplicationContext context = start("spring.datasource.hikari.maximum-pool-size=2",
				"spring.datasource.connection-fetch=lazy");
		HikariDataSource pool = unwrapped(context);
		assertThat(settings(pool)).isEqualTo(untouched);
	}

	@Test
	void applicationKeepsItsOwnDataSource() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		ConfigurableApplicationContext context = start();
		assertThat(context.getBean(Flyway.class).getConfiguration().getDataSource())
			.isSameAs(context.getBean(HikariDataSource.class));
	}

	private static HikariDataSource unwrapped(ConfigurableApplicationContext context) {
		try {
			return context.getBean(javax.sql.DataSource.class).unwrap(HikariDataSource.class);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Set<String> settings(HikariDataSource pool) {
		Set<String> result = new HashSet<>();
		try (Connection one = pool.getConnection(); Connection other = pool.getConnection()) {
			for (Connection connection : List.of(one, other)) {
				result.add(new JdbcTemplate(new SingleConnectionDataSource(connection, true))
					.queryForObject(this.facts.settings(), String.class));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return result;
	}

	/**
	 * Starts while a reader's transaction keeps scripts from changing the table, until
	 * they lost the race once.
	 */
	ConfigurableApplicationContext startBehindReader(String... properties) throws SQLException {
		jdbc().execute("create table stock (id integer primary key)");
		Connection reader = database().dataSource().getConnection();
		reader.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(reader, true)).queryForList("select * from stock");
		Reader.CURRENT.set(reader);
		try {
			return start(behindReader(properties));
		}
		finally {
			reader.close();
		}
	}

	private TestApplication behindReader(String... properties) {
		return application("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
				"resilient-db.migration.policy.unknown-schema=warn",
				"resilient-db.migration.session.lock-timeout=100ms")
			.withProperties(properties)
			.with(Reader.class);
	}

	MigrationLockException lostBehindReader(String... properties) {
		BeanCreationException ex = catchThrowableOfType(BeanCreationException.class,
				() -> startBehindReader(properties));
		return find(ex);
	}

	private static MigrationLockException find(Throwable ex) {
		Throwable current = ex;
		while (!(current instanceof MigrationLockException)) {
			current = current.getCause();
		}
		return (MigrationLockException) current;
	}

	/**
	 * How a product tells its settings.
	 */
	record SessionFacts(String lockTimeout, String fiveSeconds, String statementTimeout, String sevenMinutes,
			String settings, String scribble) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Reader {

		static final AtomicReference<Connection> CURRENT = new AtomicReference<>();

		@Bean
		RacePause pause() {
			return (attempt) -> {
				try {
					CURRENT.get().rollback();
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

	}

}
