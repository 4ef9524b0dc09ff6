package dev.resilientdb.circuit;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Keeps applications that ask for the availability of their databases running when the
 * room is switched off.
 */
@AutoConfiguration(after = AvailabilityAutoConfiguration.class)
public final class CircuitFallbackAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(DatabaseAvailability.class)
	AlwaysAvailable resilientDbAbsentDatabaseAvailability() {
		return new AlwaysAvailable(Clock.systemUTC());
	}

}
