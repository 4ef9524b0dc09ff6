package dev.resilientdb.circuit;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.DispatcherHandler;

import dev.resilientdb.ConditionalOnRoom;

/**
 * Answers of Spring WebFlux while a database is not there. Stands before Boot's error
 * handling, so that of two handlers of the same order ours is asked first.
 */
@AutoConfiguration(after = AvailabilityAutoConfiguration.class, before = ErrorWebFluxAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "circuit", "circuit.web" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, ErrorWebExceptionHandler.class })
public final class CircuitWebFluxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(value = ErrorWebExceptionHandler.class,
			name = "resilientDbUnavailableWebExceptionHandler", search = SearchStrategy.CURRENT)
	UnavailableWebExceptionHandler resilientDbUnavailableWebExceptionHandler() {
		return new UnavailableWebExceptionHandler(Clock.systemUTC());
	}

	@Bean
	ShedWebFilter resilientDbShedWebFilter(DatabaseAvailability availability, CircuitProperties properties) {
		ShedPaths paths = new ShedPaths(properties.shedPaths());
		return new ShedWebFilter(new Shedding(availability, paths, Clock.systemUTC()));
	}

}
