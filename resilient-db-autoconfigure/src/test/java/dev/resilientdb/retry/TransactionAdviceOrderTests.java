package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("scenario-18")
class TransactionAdviceOrderTests {

	@Test
	void refusesTransactionAdviceThatNothingCanStandAround() {
		application().run((context) -> assertThat(context).getFailure()
			.hasRootCauseInstanceOf(TransactionAdviceOrderException.class));
	}

	@Test
	void acceptsItWhenRetriesAreOff() {
		application().withPropertyValues("resilient-db.retry.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void explainsTheWayOut() {
		FailureAnalysis analysis = new TransactionAdviceOrderFailureAnalyzer()
			.analyze(new IllegalStateException(new TransactionAdviceOrderException()));
		assertThat(analysis.getAction()).contains("@EnableTransactionManagement(order =");
	}

	private static ApplicationContextRunner application() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, DialectAutoConfiguration.class,
					FailureAutoConfiguration.class, RetryAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:")
			.withUserConfiguration(Outermost.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(order = Ordered.HIGHEST_PRECEDENCE)
	static class Outermost {

		@Bean
		Service service() {
			return new Service();
		}

	}

	static class Service {

		@Transactional
		public void call() {
			// Advised
		}

	}

}
