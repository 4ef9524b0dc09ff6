package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ServerExaminationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Test
	void firstValueTells() throws SQLException {
		assertThat(observe("select true")).containsEntry(Capability.UPSERT, Support.YES);
		assertThat(observe("select false")).containsEntry(Capability.UPSERT, Support.NO);
	}

	@Test
	void whatTheServerDoesNotUnderstandItDoesNotHave() throws SQLException {
		assertThat(observe("select no_such_function()")).containsEntry(Capability.UPSERT, Support.NO);
	}

	@Test
	void whatTheLoginMayNotAskStaysUnknown() throws SQLException {
		database.admin()
			.execute("create user if not exists guest password 'secret'", "create table if not exists t (a int)");
		try (Connection guest = new DriverManagerDataSource(database.url(), "guest", "secret").getConnection()) {
			assertThat(observe(guest, Support.YES, "select count(*) = 0 from t")).isEmpty();
		}
	}

	@Test
	void scriptIsNotTriedWhereTheCapabilityIsMissing() throws SQLException {
		assertThat(observe(Support.NO, "create table proof (a int)", "select true")).isEmpty();
		assertThat(observe("select count(*) = 0 from information_schema.tables where table_name = 'PROOF'"))
			.containsEntry(Capability.UPSERT, Support.YES);
	}

	private Map<Capability, Support> observe(String query) throws SQLException {
		return observe(Support.NO, query);
	}

	private Map<Capability, Support> observe(Support declared, String... statements) throws SQLException {
		try (Connection connection = database.dataSource().getConnection()) {
			return observe(connection, declared, statements);
		}
	}

	private Map<Capability, Support> observe(Connection connection, Support declared, String... statements)
			throws SQLException {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				DialectAutoConfiguration.class, FailureAutoConfiguration.class)) {
			CapabilityRow row = new CapabilityRow(Capability.UPSERT, declared, null, "", "");
			return new ServerExamination(context.getBean(FailureClassifier.class)).observe(connection,
					new Asked(List.of(statements)), Declarations.of(List.of(row), null));
		}
	}

	private record Asked(List<String> statements) implements CapabilityDialect {

		@Override
		public String product() {
			return "H2";
		}

		@Override
		public List<CapabilityRow> capabilities() {
			return List.of();
		}

		@Override
		public List<CapabilityProbe> probes() {
			return List.of(new CapabilityProbe(Capability.UPSERT, this.statements));
		}

	}

}
