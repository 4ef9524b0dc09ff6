package dev.resilientdb.pool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationCode}.
 */
class ApplicationCodeTests {

	private final ApplicationCode code = new ApplicationCode();

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders", "org.springframework.samples.petclinic.Owner", "Main",
			"dev.resilientdb.sample.Orders", "dev.resilientdb.pool.ApplicationCodeTests" })
	void everythingElseIsTheApplications(String className) {
		assertThat(this.code.contains(className)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.lang.Thread", "org.springframework.jdbc.core.JdbcTemplate",
			"com.zaxxer.hikari.HikariDataSource", "org.postgresql.jdbc.PgConnection", "com.acme.Orders$$SpringCGLIB$$0",
			"com.acme.Orders$$Lambda/0x00007fa7202e2368", "com.acme.Order$HibernateProxy$1",
			"dev.resilientdb.pool.LeaseInterceptor" })
	void librariesAndGeneratedClassesAreNot(String className) {
		assertThat(this.code.contains(className)).isFalse();
	}

	@Test
	void classesAreToldApartLikeTheirNames() {
		assertThat(this.code.contains(ApplicationCodeTests.class)).isTrue();
		assertThat(this.code.contains(ApplicationCode.class)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			com.acme.Orders, export, com.acme.Orders.export
			com.acme.Orders, lambda$export$0, com.acme.Orders.export
			com.acme.Orders, export$lambda$0, com.acme.Orders.export
			com.acme.Orders$Line, add, com.acme.Orders$Line.add
			com.acme.Orders$$SpringCGLIB$$0, export, com.acme.Orders.export
			""")
	void methodIsNamedAsItsAuthorWouldWriteIt(String className, String methodName, String name) {
		assertThat(ApplicationCode.method(className, methodName)).isEqualTo(name);
	}

}
