package dev.resilientdb.constraint;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a WebFlux application decides about exceptions goes before our answer.
 */
class WebFluxCoexistenceTests {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

	private static final String SENTENCE = "is already in use.";

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	private ConfigurableApplicationContext application;

	@BeforeAll
	static void createTables() {
		DATABASE.owner().execute(RealConstraintContract.TABLES);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { Advice.class, OrderedHandler.class, UnorderedErrorHandler.class })
	void applicationWins(Class<?> handler) {
		assertThat(start(handler).execute(DUPLICATE).statusCode()).isEqualTo(418);
	}

	@Test
	void answersBesideProblemDetailsOfBoot() {
		Visitor visitor = start("spring.webflux.problemdetails.enabled=true");
		assertThat(visitor.execute(DUPLICATE).statusCode()).isEqualTo(409);
		HttpResponse<String> notAllowed = visitor.get("/statements");
		assertThat(notAllowed.statusCode()).isEqualTo(405);
		assertThat(notAllowed.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	@Test
	void otherFailuresAreLeftAlone() {
		HttpResponse<String> response = start().execute("insert into nowhere values (1)");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
	}

	@Test
	void nothingIsAnsweredWhenSwitchedOff() {
		assertThat(start("resilient-db.constraint.web.enabled=false").execute(DUPLICATE).statusCode()).isEqualTo(500);
	}

	@Test
	void faultTellsNothing() {
		HttpResponse<String> response = start("resilient-db.constraint.status.unique=500").execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("because of a fault in the application")
			.doesNotContainIgnoringCase("email", "constraint", "errors", "kind");
	}

	@Test
	void pageOfBootHasSentenceAndStatus() {
		HttpResponse<String> response = start().withBrowser().execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).contains("Whitelabel Error Page", "status=409", SENTENCE);
	}

	@Test
	void pageHasNeitherTraceNorSql() {
		TestApplication telling = TestApplication.on(DATABASE)
			.withProperties("spring.web.error.include-stacktrace=always", "server.error.include-stacktrace=always",
					"spring.web.error.include-message=always", "server.error.include-message=always");
		assertThat(start(telling).withBrowser().execute(DUPLICATE).body()).contains(SENTENCE)
			.doesNotContain("first@example.org", "insert", "Exception", "\tat ");
	}

	@Test
	void attributesOfTheApplicationStay() {
		assertThat(start(OwnAttributes.class).withBrowser().execute(DUPLICATE).body()).contains("own attributes");
	}

	@Test
	void resolvesWhereThreadsMayWait() {
		start(RecordingResolver.class).execute(DUPLICATE);
		assertThat(this.application.getBean(RecordingResolver.class).nonBlocking).hasValue(false);
	}

	@Test
	void resolverThatFailsReplacesNoException() {
		TestApplication telling = TestApplication.on(DATABASE)
			.with(FailingResolver.class)
			.withProperties("spring.web.error.include-exception=true", "server.error.include-exception=true");
		assertThat(start(telling).execute(DUPLICATE).body()).contains(DuplicateKeyException.class.getName());
	}

	private Visitor start(Class<?>... configurations) {
		return start(TestApplication.on(DATABASE).with(configurations));
	}

	private Visitor start(String property) {
		return start(TestApplication.on(DATABASE).withProperties(property));
	}

	private Visitor start(TestApplication prepared) {
		this.application = WebStack.WEBFLUX.prepare(prepared)
			.withProperties("spring.jpa.hibernate.ddl-auto=none")
			.start();
		return Visitor.of(this.application).with("Accept-Language", "en");
	}

	private static Mono<Void> teapot(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(418));
		return exchange.getResponse().setComplete();
	}

	@ControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> handle(Exception ex) {
			return ResponseEntity.status(418).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedHandler {

		@Bean
		@Order(-1)
		WebExceptionHandler teapots() {
			return (exchange, ex) -> teapot(exchange);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnorderedErrorHandler {

		@Bean
		ErrorWebExceptionHandler teapots() {
			return (exchange, ex) -> teapot(exchange);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAttributes {

		@Bean
		DefaultErrorAttributes attributes() {
			return new DefaultErrorAttributes() {

				@Override
				public Map<String, Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
					return Map.of("status", 409, "error", "own attributes");
				}

			};
		}

	}

	static class FailingResolver implements ConstraintViolationResolver {

		@Override
		public ConstraintViolation resolve(Throwable throwable) {
			throw new IllegalStateException("resolver");
		}

	}

	static class RecordingResolver implements ConstraintViolationResolver {

		final AtomicReference<Boolean> nonBlocking = new AtomicReference<>();

		@Override
		public ConstraintViolation resolve(Throwable throwable) {
			this.nonBlocking.set(Schedulers.isInNonBlockingThread());
			return new ConstraintViolation(Kind.UNIQUE, null, null, List.of(), List.of(), null, null, "Taken.", null,
					"");
		}

	}

}
