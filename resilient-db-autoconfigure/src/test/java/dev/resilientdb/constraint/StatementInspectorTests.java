package dev.resilientdb.constraint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.SerializationUtils;

import dev.resilientdb.constraint.ObservedViolation.Course;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RememberingInspector} and {@link StatementMemory}.
 */
class StatementInspectorTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final String LOOK = "select id from customer where email=?";

	private static final String INSERT = "insert into customer (email) values (?)";

	private final StatementMemory memory = new StatementMemory((table, columns) -> List.of());

	static List<Object> waysToConfigure() {
		return List.of(new Shouting(), Shouting.class, Shouting.class.getName());
	}

	@ParameterizedTest
	@MethodSource("waysToConfigure")
	void leavesStatementToTheInspectorOfTheApplication(Object configured) {
		assertThat(installed(configured)).isInstanceOf(RememberingInspector.class);
		assertThat(((StatementInspector) installed(configured)).inspect("select 1")).isEqualTo("SELECT 1");
	}

	@Test
	void leavesStatementAloneWithoutOne() {
		Map<String, Object> settings = new HashMap<>();
		RememberingInspector.install(settings, this.memory);
		assertThat(((StatementInspector) settings.get(JdbcSettings.STATEMENT_INSPECTOR)).inspect(LOOK)).isSameAs(LOOK);
	}

	@Test
	void leavesInspectorAloneThatCannotBeCreated() {
		assertThat(installed("no.such.Inspector")).isEqualTo("no.such.Inspector");
		assertThat(installed(String.class)).isEqualTo(String.class);
	}

	@Test
	void worksInASessionThatWasSerialized() {
		RememberingInspector copy = SerializationUtils.clone((RememberingInspector) installed(Shouting.class));
		assertThat(copy.inspect("select 1")).isEqualTo("SELECT 1");
	}

	@Test
	void findsTheInspectorThatACustomizerSets() {
		try (ConfigurableApplicationContext application = TestApplication.on(database).with(Own.class).start()) {
			StatementInspector inspector = inspector(application);
			assertThat(inspector).isInstanceOf(RememberingInspector.class);
			assertThat(inspector.inspect("select 1")).isEqualTo("SELECT 1");
		}
	}

	@Test
	void isOffByProperty() {
		try (ConfigurableApplicationContext application = TestApplication.on(database)
			.withProperties("resilient-db.constraint.race-hints=false")
			.start()) {
			assertThat(inspector(application)).isNull();
			assertThat(application.getBeansOfType(Races.class)).isEmpty();
		}
	}

	@Test
	void seesRace() {
		inTransaction(() -> {
			remember(this, LOOK, INSERT);
			assertThat(course()).isEqualTo(Course.RACE);
		});
	}

	@Test
	void remembersTheLastStatements() {
		inTransaction(() -> {
			remember(this, LOOK);
			IntStream.range(1, 32).forEach((number) -> remember(this, INSERT));
			assertThat(course()).isEqualTo(Course.RACE);
			remember(this, INSERT);
			assertThat(course()).isEqualTo(Course.UNKNOWN);
		});
	}

	@Test
	void tellsPersistenceUnitsApart() {
		inTransaction(() -> {
			remember("one", LOOK);
			remember("other", INSERT);
			assertThat(course()).isEqualTo(Course.UNKNOWN);
		});
	}

	@Test
	void blamesNoneOfSeveralPersistenceUnitsForWhatNoneWrote() {
		inTransaction(() -> {
			remember("one", LOOK);
			remember("other", "select id from users");
			assertThat(course()).isEqualTo(Course.UNKNOWN);
		});
	}

	@Test
	void insertBeforeTheQueryIsNoRace() {
		inTransaction(() -> {
			remember(this, INSERT, LOOK);
			assertThat(course()).isEqualTo(Course.UNKNOWN);
		});
	}

	@Test
	void knowsWhatWasRolledBackUntilTheNextTransaction() {
		inTransaction(() -> remember(this, LOOK, INSERT));
		assertThat(course()).isEqualTo(Course.RACE);
		inTransaction(() -> remember(this, "select 1"));
		assertThat(course()).isEqualTo(Course.UNKNOWN);
	}

	@Test
	void explainsOneViolationByWhatWasRolledBack() {
		inTransaction(() -> remember(this, LOOK, INSERT));
		assertThat(course()).isEqualTo(Course.RACE);
		assertThat(course()).isEqualTo(Course.UNKNOWN);
	}

	@Test
	void leavesNothingBound() {
		inTransaction(() -> remember(this, LOOK));
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
	}

	@Test
	void forgetsWithTheCommit() {
		inTransaction(() -> remember(this, LOOK, INSERT), TransactionSynchronization.STATUS_COMMITTED);
		assertThat(course()).isEqualTo(Course.UNKNOWN);
	}

	@Test
	void remembersNothingWithoutTransaction() {
		remember(this, LOOK, INSERT);
		assertThat(course()).isEqualTo(Course.UNKNOWN);
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
	}

	@Test
	void keyOfWhichTooLittleIsKnownIsNoRace() {
		inTransaction(() -> {
			remember(this, LOOK, INSERT);
			assertThat(this.memory.course(violation(null, List.of("email")))).isEqualTo(Course.UNKNOWN);
			assertThat(this.memory.course(violation("customer", List.of()))).isEqualTo(Course.UNKNOWN);
		});
	}

	private Object installed(Object configured) {
		Map<String, Object> settings = new HashMap<>(Map.of(JdbcSettings.STATEMENT_INSPECTOR, configured));
		RememberingInspector.install(settings, this.memory);
		return settings.get(JdbcSettings.STATEMENT_INSPECTOR);
	}

	private static StatementInspector inspector(ConfigurableApplicationContext application) {
		return application.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactoryImplementor.class)
			.getSessionFactoryOptions()
			.getStatementInspector();
	}

	private void remember(Object source, String... statements) {
		List.of(statements).forEach((statement) -> this.memory.add(source, statement));
	}

	private Course course() {
		return this.memory.course(violation("customer", List.of("email")));
	}

	private static ConstraintViolation violation(String table, List<String> columns) {
		return new ConstraintViolation(ConstraintViolation.Kind.UNIQUE, "uk", table, columns, List.of(), null, null, "",
				null, "");
	}

	private static void inTransaction(Runnable work) {
		inTransaction(work, TransactionSynchronization.STATUS_ROLLED_BACK);
	}

	private static void inTransaction(Runnable work, int status) {
		TransactionSynchronizationManager.initSynchronization();
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			work.run();
		}
		finally {
			List<TransactionSynchronization> synchronizations = TransactionSynchronizationManager.getSynchronizations();
			TransactionSynchronizationManager.clear();
			synchronizations.forEach((synchronization) -> synchronization.afterCompletion(status));
		}
	}

	static final class Shouting implements StatementInspector {

		private static final long serialVersionUID = 1L;

		@Override
		public String inspect(String sql) {
			return sql.replace("select", "SELECT");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		HibernatePropertiesCustomizer own() {
			return (settings) -> settings.put(JdbcSettings.STATEMENT_INSPECTOR, Shouting.class);
		}

	}

}
