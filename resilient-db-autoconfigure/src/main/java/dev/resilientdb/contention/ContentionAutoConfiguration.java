package dev.resilientdb.contention;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.FailureAutoConfiguration;

/**
 * Memory of deadlocks.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "contention" })
public final class ContentionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DeadlockLog resilientDbDeadlockLog() {
		return new DeadlockLog(Clock.systemUTC());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		DeadlockMetrics resilientDbDeadlockMetrics(MeterRegistry registry) {
			return new DeadlockMetrics(registry);
		}

	}

}
