package dev.resilientdb.actuate;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.contention.ContentionAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.retry.RetryAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DbHealthAutoConfiguration}.
 */
class DbHealthAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DbHealthAutoConfiguration.class, ContentionAutoConfiguration.class,
				RetryAutoConfiguration.class, FailureAutoConfiguration.class));

	private final ApplicationContextRunner exposed = this.contextRunner
		.withPropertyValues("management.endpoints.web.exposure.include=dbhealth");

	@Test
	void isThereWhenExposed() {
		this.exposed.run((context) -> assertThat(context).hasSingleBean(DbHealthEndpoint.class)
			.hasSingleBean(DbHealthWebExtension.class));
	}

	@Test
	void isNotThereUnlessExposed() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(DbHealthEndpoint.class)
			.doesNotHaveBean(DbHealthWebExtension.class));
	}

	@Test
	void isOffByProperty() {
		this.exposed.withPropertyValues("resilient-db.actuate.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DbHealthEndpoint.class));
	}

	@Test
	void isOffWithFailures() {
		this.exposed.withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DbHealthEndpoint.class));
	}

	@Test
	void isOffWithEverythingElse() {
		this.exposed.withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DbHealthEndpoint.class));
	}

	@Test
	void isOffWithoutAccess() {
		this.exposed.withPropertyValues("management.endpoint.dbhealth.access=NONE")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DbHealthEndpoint.class));
	}

	@Test
	void startsWithoutActuator() {
		this.exposed.withClassLoader(new FilteredClassLoader(Endpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("dbHealthEndpoint"));
	}

	@Test
	void backsOffWhenUserDefinesEndpoint() {
		this.exposed.withBean("own", DbHealthEndpoint.class, () -> new DbHealthEndpoint(null, null))
			.run((context) -> assertThat(context).hasSingleBean(DbHealthEndpoint.class)
				.doesNotHaveBean("dbHealthEndpoint"));
	}

	@Test
	void tellsNothingWithoutDataSource() {
		this.exposed.run((context) -> assertThat(context.getBean(DbHealthEndpoint.class).overview())
			.containsEntry("status", HealthStatus.UNKNOWN)
			.hasEntrySatisfying("dataSources", (dataSources) -> assertThat(dataSources).hasToString("{}")));
	}

	@Test
	void answersWithLazyInitialization() {
		this.exposed.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertThat(context.getBean(DbHealthEndpoint.class).section("settings"))
				.containsKeys("values", "changeable"));
	}

}
