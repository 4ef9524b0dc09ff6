package dev.resilientdb.dialect;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.failure.FailureDialect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DialectAutoConfiguration}.
 */
class DialectAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DialectAutoConfiguration.class));

	@Test
	void knowsEveryProduct() {
		this.contextRunner.run((context) -> assertThat(products(context)).containsExactlyInAnyOrder("PostgreSQL",
				"CockroachDB", "YugabyteDB", "MySQL", "MariaDB", "H2", "SQLite", "SQL Server", "Oracle"));
	}

	@Test
	void asksDerivedProductsFirst() {
		this.contextRunner.run((context) -> {
			assertThat(products(context)).containsSubsequence("CockroachDB", "PostgreSQL");
			assertThat(products(context)).containsSubsequence("YugabyteDB", "PostgreSQL");
			assertThat(products(context)).containsSubsequence("MariaDB", "MySQL");
		});
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FailureDialect.class));
	}

	@Test
	void backsOffWhenUserDefinesDialect() {
		this.contextRunner.withUserConfiguration(UserDialects.class).run((context) -> {
			assertThat(context).getBean("h2Dialect").isInstanceOf(PostgresDialect.class);
			assertThat(context).doesNotHaveBean(H2Dialect.class);
		});
	}

	@Test
	void startsWithoutDrivers() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.sqlite", "org.postgresql", "org.h2"))
			.run((context) -> assertThat(context).hasNotFailed().hasBean("sqliteDialect"));
	}

	private static Stream<String> products(ApplicationContext context) {
		return context.getBeanProvider(FailureDialect.class).orderedStream().map(FailureDialect::product);
	}

	@Configuration(proxyBeanMethods = false)
	static class UserDialects {

		@Bean
		FailureDialect h2Dialect() {
			return new PostgresDialect();
		}

	}

}
