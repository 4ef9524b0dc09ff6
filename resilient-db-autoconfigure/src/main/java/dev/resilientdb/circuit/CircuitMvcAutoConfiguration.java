package dev.resilientdb.circuit;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

import dev.resilientdb.ConditionalOnRoom;

/**
 * Answers of Spring MVC while a database is not there.
 */
@AutoConfiguration(after = AvailabilityAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "circuit", "circuit.web" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, Filter.class, FilterRegistrationBean.class })
public final class CircuitMvcAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "resilientDbUnavailableExceptionResolver")
	UnavailableExceptionResolver resilientDbUnavailableExceptionResolver() {
		return new UnavailableExceptionResolver(Clock.systemUTC());
	}

	@Bean
	FilterRegistrationBean<ShedFilter> resilientDbShedFilter(DatabaseAvailability availability,
			CircuitProperties properties) {
		ShedPaths paths = new ShedPaths(properties.shedPaths());
		ShedFilter filter = new ShedFilter(new Shedding(availability, paths, Clock.systemUTC()));
		FilterRegistrationBean<ShedFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(ShedPaths.FILTER_ORDER);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setEnabled(!paths.isEmpty());
		return registration;
	}

}
