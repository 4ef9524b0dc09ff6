package dev.resilientdb.retry;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications on H2 for the tests of what is found at start.
 */
final class MisuseApplication {

	static final String JDK_PROXIES = "spring.aop.proxy-target-class=false";

	private MisuseApplication() {
	}

	static ApplicationContextRunner with(Class<?>... beans) {
		return withoutProxies(beans).withConfiguration(AutoConfigurations.of(TransactionAutoConfiguration.class));
	}

	static ApplicationContextRunner withoutProxies(Class<?>... beans) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, DialectAutoConfiguration.class,
					FailureAutoConfiguration.class, RetryAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:", "resilient-db.retry.delay=1ms")
			.withUserConfiguration(beans);
	}

	static void accepts(ApplicationContextRunner application) {
		application.run((context) -> assertThat(context).hasNotFailed());
	}

	/**
	 * Starts an application that is refused.
	 * @return what the user is told
	 */
	static FailureAnalysis refusal(ApplicationContextRunner application) {
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		application.run((context) -> {
			assertThat(context).hasFailed();
			analysis.set(new RetryMisuseFailureAnalyzer().analyze(context.getStartupFailure()));
		});
		assertThat(analysis.get()).as("refusal").isNotNull();
		return analysis.get();
	}

	static String refused(ApplicationContextRunner application) {
		return refusal(application).getDescription();
	}

	static String refused(Class<?>... beans) {
		return refused(with(beans));
	}

}
