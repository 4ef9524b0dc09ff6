package dev.resilientdb.pool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SizingProperties}.
 */
class SizingPropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, PoolAutoConfiguration.class,
				PoolSizingAutoConfiguration.class));

	@Test
	void defaultsAreThoseOfTheDocumentation() {
		this.contextRunner.run((context) -> assertThat(context.getBean(SizingProperties.class))
			.hasToString("SizingProperties[loadBalancerTimeout=null, server=Server[interval=PT30S],"
					+ " autoscale=Autoscale[enabled=false, max=null, step=2, growAfter=PT2S, shrinkAfter=PT10M,"
					+ " serverReserve=10]]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "load-balancer-timeout=0s", "server.interval=999ms", "autoscale.max=0", "autoscale.step=0",
			"autoscale.grow-after=0s", "autoscale.shrink-after=-1s", "autoscale.server-reserve=-1" })
	void refusesValuesThatMakeNoSense(String setting) {
		String name = setting.substring(0, setting.indexOf('='));
		this.contextRunner.withPropertyValues("resilient-db.pool." + setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.pool." + name));
	}

	@Test
	void asksForTheBoundWhenPoolsAreToGrow() {
		this.contextRunner.withPropertyValues("resilient-db.pool.autoscale.enabled=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.pool.autoscale.max must be set"));
	}

	@Test
	void acquisitionsAreCountedOnlyForPoolsThatGrow() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(AcquisitionCounts.class));
		this.contextRunner
			.withPropertyValues("resilient-db.pool.autoscale.enabled=true", "resilient-db.pool.autoscale.max=5")
			.run((context) -> assertThat(context).hasSingleBean(AcquisitionCounts.class));
	}

	@Test
	void isOffWithThePools() {
		this.contextRunner.withPropertyValues("resilient-db.pool.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PoolSizing.class)
				.doesNotHaveBean(PoolSettings.class)
				.doesNotHaveBean(SizeWatch.class));
	}

}
