package dev.resilientdb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.resilientdb.test.ClassPath;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application starts and recovers whichever optional library it lacks.
 */
class AbsentLibrariesTests {

	private static final String[] MICROMETER = { "micrometer-core", "micrometer-registry",
			"spring-boot-micrometer-metrics", "spring-boot-starter-micrometer" };

	private static final String[] ACTUATOR = { "spring-boot-actuator", "spring-boot-health",
			"spring-boot-starter-actuator" };

	private static final String[] JPA = { "hibernate-", "jakarta.persistence", "spring-orm", "spring-data",
			"spring-boot-hibernate", "spring-boot-jpa", "spring-boot-data", "spring-boot-persistence" };

	private static final String[] POOL = { "HikariCP" };

	private static final String[] BREAKER = { "resilience4j-" };

	private static final String[] DRIVERS = { "postgresql", "mariadb-java-client", "mysql-connector", "mssql-jdbc",
			"ojdbc", "sqlite-jdbc" };

	private static final String[] WEB = { "spring-web", "tomcat-", "spring-boot-webmvc", "spring-boot-tomcat",
			"spring-boot-servlet", "spring-boot-web-server", "spring-boot-webflux", "spring-boot-http-codec",
			"reactor-", "netty-", "spring-boot-reactor", "spring-security", "spring-boot-security",
			"spring-boot-starter-security" };

	private static final String[] FLYWAY = { "flyway-", "spring-boot-flyway" };

	@Test
	void recoversWithoutFlyway() throws Exception {
		assertThat(attempts(FLYWAY)).isEqualTo(2);
	}

	@Test
	void recoversWithoutBootsFlyway() throws Exception {
		assertThat(attempts("spring-boot-flyway")).isEqualTo(2);
	}

	@Test
	void recoversWithoutMicrometer() throws Exception {
		assertThat(attempts(MICROMETER)).isEqualTo(2);
	}

	@Test
	void recoversWithoutActuator() throws Exception {
		assertThat(attempts(ACTUATOR)).isEqualTo(2);
	}

	@Test
	void recoversWithoutJpa() throws Exception {
		assertThat(attempts(JPA)).isEqualTo(2);
	}

	@Test
	void recoversWithoutPool() throws Exception {
		assertThat(attempts(POOL)).isEqualTo(2);
	}

	@Test
	void recoversWithoutBreaker() throws Exception {
		assertThat(attempts(BREAKER)).isEqualTo(2);
	}

	@Test
	void recoversWithoutDriversOfOtherProducts() throws Exception {
		assertThat(attempts(DRIVERS)).isEqualTo(2);
	}

	@Test
	void recoversWithoutWeb() throws Exception {
		assertThat(attempts(WEB)).isEqualTo(2);
	}

	@Test
	void recoversWithoutAnyOfThem() throws Exception {
		assertThat(bare().call(RecoveringApplication.class)).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer.core.instrument.MeterRegistry",
			"org.springframework.boot.actuate.endpoint.annotation.Endpoint", "org.hibernate.SessionFactory",
			"jakarta.persistence.EntityManagerFactory", "org.springframework.orm.jpa.EntityManagerHolder",
			"com.zaxxer.hikari.HikariDataSource", "io.github.resilience4j.circuitbreaker.CircuitBreaker",
			"org.sqlite.SQLiteException", "org.springframework.web.servlet.DispatcherServlet",
			"org.springframework.web.reactive.DispatcherHandler", "org.springframework.http.ProblemDetail",
			"reactor.core.publisher.Mono", "org.flywaydb.core.Flyway",
			"org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy" })
	void librariesAreReallyAbsent(String className) {
		assertThat(ClassPath.complete().contains(className)).isTrue();
		assertThat(bare().contains(className)).isFalse();
	}

	private static ClassPath bare() {
		return ClassPath.complete()
			.without(MICROMETER)
			.without(ACTUATOR)
			.without(JPA)
			.without(POOL)
			.without(BREAKER)
			.without(DRIVERS)
			.without(WEB)
			.without(FLYWAY);
	}

	private static Integer attempts(String... missing) throws Exception {
		return ClassPath.complete().without(missing).call(RecoveringApplication.class);
	}

}
