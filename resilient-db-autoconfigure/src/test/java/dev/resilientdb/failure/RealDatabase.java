package dev.resilientdb.failure;

import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import dev.resilientdb.test.JdbcTemplateTransactions;
import dev.resilientdb.test.JdbcTransactions;
import dev.resilientdb.test.JpaTransactions;
import dev.resilientdb.test.SqlTransactions;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real database with the tables of the provocations, the ways to reach it, and the
 * classifier.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealDatabase {

	final TestDatabase database;

	private final FailureClassifier classifier = Classifiers.create();

	private Map<Access, SqlTransactions> transactions;

	JpaTransactions jpa;

	RealDatabase(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void createTables() {
		this.database.owner().execute(Provocations.TABLES);
		DataSource dataSource = dataSource();
		this.jpa = new JpaTransactions(dataSource, getClass().getPackageName());
		this.transactions = Map.of(Access.JDBC, new JdbcTransactions(dataSource), Access.JDBC_TEMPLATE,
				new JdbcTemplateTransactions(dataSource), Access.JPA, this.jpa);
	}

	DataSource dataSource() {
		return this.database.dataSource();
	}

	@AfterAll
	void stopHibernate() {
		this.jpa.close();
	}

	Provocations provoke(Access access) {
		return new Provocations(this.database, this.transactions.get(access));
	}

	Provocations provoke() {
		return provoke(Access.JDBC);
	}

	SqlTransactions transactions(Access access) {
		return this.transactions.get(access);
	}

	DatabaseFailure classify(Throwable thrown) {
		assertThat(thrown).as("what the provocation threw").isNotNull();
		DatabaseFailure failure = this.classifier.classify(thrown);
		assertThat(failure).as("failure behind %s", thrown).isNotNull();
		return failure;
	}

	FailureKind kind(Throwable thrown) {
		return classify(thrown).kind();
	}

	/**
	 * Ways of access that wrap and translate failures differently.
	 */
	enum Access {

		JDBC, JDBC_TEMPLATE, JPA

	}

}
