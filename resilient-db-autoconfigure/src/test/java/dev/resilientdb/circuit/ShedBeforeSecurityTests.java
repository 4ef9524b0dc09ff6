package dev.resilientdb.circuit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever cannot be served needs not log in, which may take the database itself.
 */
class ShedBeforeSecurityTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void shedsBeforeSecurityOfMvc() throws Exception {
		start(TestApplication.on(database).withServer().with(MvcReports.class));
		assertThat(status("/reports/today")).isEqualTo(401);
		new HeldCircuit(this.context).open();
		assertThat(status("/reports/today")).isEqualTo(503);
		assertThat(status("/orders")).isEqualTo(401);
	}

	@Test
	void shedsBeforeSecurityOfWebFlux() throws Exception {
		start(TestApplication.on(database).withReactiveServer().with(WebFluxReports.class));
		assertThat(status("/reports/today")).isEqualTo(401);
		new HeldCircuit(this.context).open();
		assertThat(status("/reports/today")).isEqualTo(503);
		assertThat(status("/orders")).isEqualTo(401);
	}

	private int status(String path) throws IOException, InterruptedException {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
	}

	private void start(TestApplication application) {
		this.context = application.withoutJpa()
			.withSecurity()
			.withProperties("resilient-db.pool.probe.enabled=false", "resilient-db.circuit.shed-paths=/reports/**")
			.start();
	}

}
