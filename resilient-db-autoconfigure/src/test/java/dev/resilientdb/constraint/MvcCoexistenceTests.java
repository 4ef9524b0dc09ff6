package dev.resilientdb.constraint;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application decides about exceptions goes before our answer.
 */
class MvcCoexistenceTests {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

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
	@ValueSource(classes = { ViolationAdvice.class, RuntimeAdvice.class, GeneralAdvice.class, CauseAdvice.class,
			UnorderedResolver.class })
	void applicationWins(Class<?> handler) {
		assertThat(start(handler).execute(DUPLICATE).statusCode()).isEqualTo(418);
	}

	@Test
	void handlerOfTheControllerWins() {
		assertThat(start(CarefulDesk.class).post("/careful", DUPLICATE).statusCode()).isEqualTo(418);
	}

	@Test
	void answersBesideProblemDetailsOfBoot() {
		Visitor visitor = start("spring.mvc.problemdetails.enabled=true");
		assertThat(visitor.execute(DUPLICATE).statusCode()).isEqualTo(409);
		HttpResponse<String> notAllowed = visitor.get("/statements");
		assertThat(notAllowed.statusCode()).isEqualTo(405);
		assertThat(notAllowed.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	@Test
	void statusOfAnExceptionStays() {
		assertThat(start(CarefulDesk.class).post("/unpaid", DUPLICATE).statusCode()).isEqualTo(402);
	}

	@Test
	void exceptionOfTheApplicationKeepsItsMeaning() {
		HttpResponse<String> response = start(CarefulDesk.class).post("/wrapped", DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).doesNotContain("UNIQUE");
	}

	@Test
	void otherFailuresAreLeftAlone() {
		HttpResponse<String> response = start().execute("insert into nowhere values (1)");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
	}

	@Test
	void answersFuture() {
		assertThat(start(CarefulDesk.class).post("/future", DUPLICATE).statusCode()).isEqualTo(409);
	}

	@Test
	void answersWhateverClientAccepts() {
		HttpResponse<String> response = start().with("Accept", "image/png").execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(Visitor.text(response, "kind")).isEqualTo("UNIQUE");
	}

	@Test
	void nothingIsAnsweredWhenSwitchedOff() {
		assertThat(start("resilient-db.constraint.web.enabled=false").execute(DUPLICATE).statusCode()).isEqualTo(500);
	}

	private Visitor start(Class<?>... configurations) {
		return start(TestApplication.on(DATABASE).with(configurations));
	}

	private Visitor start(String property) {
		return start(TestApplication.on(DATABASE).withProperties(property));
	}

	private Visitor start(TestApplication prepared) {
		this.application = prepared.withServer()
			.with(Desk.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=none")
			.start();
		return Visitor.of(this.application);
	}

	@ControllerAdvice
	static class ViolationAdvice {

		@ExceptionHandler
		ResponseEntity<String> handle(DataIntegrityViolationException ex) {
			return ResponseEntity.status(418).build();
		}

	}

	@ControllerAdvice
	static class RuntimeAdvice {

		@ExceptionHandler
		ResponseEntity<String> handle(RuntimeException ex) {
			return ResponseEntity.status(418).build();
		}

	}

	@ControllerAdvice
	static class GeneralAdvice {

		@ExceptionHandler
		ResponseEntity<String> handle(Exception ex) {
			return ResponseEntity.status(418).build();
		}

	}

	@ControllerAdvice
	static class CauseAdvice {

		@ExceptionHandler
		ResponseEntity<String> handle(SQLException ex) {
			return ResponseEntity.status(418).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnorderedResolver {

		@Bean
		HandlerExceptionResolver teapots() {
			return (request, response, handler, ex) -> {
				response.setStatus(418);
				return new ModelAndView();
			};
		}

	}

	@RestController
	static class CarefulDesk {

		private final JdbcTemplate jdbc;

		CarefulDesk(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@PostMapping("/careful")
		void careful(@RequestBody String sql) {
			execute(sql, Careful::new);
		}

		@PostMapping("/unpaid")
		void unpaid(@RequestBody String sql) {
			execute(sql, Unpaid::new);
		}

		@PostMapping("/wrapped")
		void wrapped(@RequestBody String sql) {
			execute(sql, IllegalStateException::new);
		}

		@PostMapping("/future")
		CompletableFuture<String> future(@RequestBody String sql) {
			return CompletableFuture.supplyAsync(() -> "rows: " + this.jdbc.update(sql));
		}

		@ExceptionHandler
		void handle(Careful ex, HttpServletResponse response) {
			response.setStatus(418);
		}

		private void execute(String sql, Function<Throwable, RuntimeException> wrapping) {
			try {
				this.jdbc.execute(sql);
			}
			catch (DataIntegrityViolationException ex) {
				throw wrapping.apply(ex);
			}
		}

	}

	static final class Careful extends DataIntegrityViolationException {

		Careful(Throwable cause) {
			super("careful", cause);
		}

	}

	@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
	static final class Unpaid extends RuntimeException {

		Unpaid(Throwable cause) {
			super(cause);
		}

	}

}
