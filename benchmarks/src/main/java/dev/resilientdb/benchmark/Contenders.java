package dev.resilientdb.benchmark;

import io.github.resilience4j.retry.annotation.Retry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;

/**
 * One transactional method under each kind of advice.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableRetry
@EnableResilientMethods
class Contenders {

	/**
	 * Starts the application with one property of the starter.
	 */
	static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(Contenders.class).web(WebApplicationType.NONE)
			.properties(property, "spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
			.run();
	}

	@Bean
	NoTransactions transactionManager() {
		return new NoTransactions();
	}

	@Bean
	Bare bare() {
		return new Bare();
	}

	@Bean
	ResilientDb resilientDb() {
		return new ResilientDb();
	}

	@Bean
	SpringRetry springRetry() {
		return new SpringRetry();
	}

	@Bean
	SpringFramework springFramework() {
		return new SpringFramework();
	}

	@Bean
	Resilience4j resilience4j() {
		return new Resilience4j();
	}

	/**
	 * No retry.
	 */
	static class Bare {

		@Transactional
		public int call(int value) {
			return value + 1;
		}

	}

	/**
	 * Ours.
	 */
	static class ResilientDb {

		@Transactional
		@DeadlockRetry
		public int call(int value) {
			return value + 1;
		}

	}

	/**
	 * Spring Retry 2.
	 */
	static class SpringRetry {

		@Transactional
		@org.springframework.retry.annotation.Retryable
		public int call(int value) {
			return value + 1;
		}

	}

	/**
	 * Spring Framework 7.
	 */
	static class SpringFramework {

		@Transactional
		@org.springframework.resilience.annotation.Retryable
		public int call(int value) {
			return value + 1;
		}

	}

	/**
	 * Resilience4j.
	 */
	static class Resilience4j {

		@Transactional
		@Retry(name = "benchmark")
		public int call(int value) {
			return value + 1;
		}

	}

}
