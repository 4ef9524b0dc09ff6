package dev.resilientdb.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says where to look once the application is ready.
 */
@Component
class Signpost {

	private static final Logger logger = LoggerFactory.getLogger(Signpost.class);

	private static final String ADDRESSES = """
			The sample is ready:
			  application  {app}/
			  customers    {app}/customers.html
			  drill        curl -X POST '{app}/drills/deadlocks?threads=8&seconds=5'
			  health       {actuator}/dbhealth
			  metrics      {actuator}/prometheus""";

	private final Environment environment;

	Signpost(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void show() {
		String context = this.environment.getProperty("server.servlet.context-path", "");
		String port = this.environment.getProperty("local.server.port", "");
		String managementPort = this.environment.getProperty("local.management.port", port);
		String managementContext = managementPort.equals(port) ? context
				: this.environment.getProperty("management.server.base-path", "");
		String basePath = this.environment.getProperty("management.endpoints.web.base-path", "/actuator");
		logger.info(ADDRESSES.replace("{app}", address(port) + context)
			.replace("{actuator}", address(managementPort) + managementContext + basePath));
	}

	private static String address(String port) {
		return "http://127.0.0.1:" + port;
	}

}
