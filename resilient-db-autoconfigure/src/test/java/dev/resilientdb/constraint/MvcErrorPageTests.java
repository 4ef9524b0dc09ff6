package dev.resilientdb.constraint;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser shows of a broken rule.
 */
class MvcErrorPageTests {

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

	@Test
	void pageOfBootHasSentenceAndStatus() {
		HttpResponse<String> response = start().execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(response.body()).contains("Whitelabel Error Page", "status=409", SENTENCE);
	}

	@Test
	void pageHasNeitherTraceNorSql() {
		Visitor visitor = start(TestApplication.on(DATABASE)
			.withProperties("spring.web.error.include-stacktrace=always", "server.error.include-stacktrace=always",
					"spring.web.error.include-message=always", "server.error.include-message=always",
					"spring.web.error.include-exception=true", "server.error.include-exception=true"));
		assertThat(visitor.execute(DUPLICATE).body()).contains(SENTENCE)
			.doesNotContain("first@example.org", "insert", "Exception", "\tat ");
	}

	@Test
	void sentenceIsEscaped() {
		assertThat(start(MarkedUp.class).execute(DUPLICATE).body()).contains("&lt;b&gt;Taken&lt;/b&gt;")
			.doesNotContain("<b>Taken");
	}

	@Test
	void viewOfTheApplicationHasSentenceAndStatus() {
		HttpResponse<String> response = start(OwnView.class).execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).startsWith("Own view: 409 Conflict /statements").endsWith(SENTENCE);
	}

	@Test
	void viewForTheStatusHasSentence() {
		assertThat(start(OwnViewForStatus.class).execute(DUPLICATE).body()).startsWith("Resolved: CONFLICT")
			.endsWith(SENTENCE);
	}

	@Test
	void attributesOfTheApplicationStay() {
		assertThat(start(OwnView.class, OwnAttributes.class).execute(DUPLICATE).body()).startsWith("Own view: teapot")
			.endsWith(SENTENCE);
	}

	@Test
	void errorControllerOfTheApplicationIsAsked() {
		HttpResponse<String> response = start(OwnController.class).execute(DUPLICATE);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).startsWith("Own controller").endsWith(SENTENCE);
	}

	@Test
	void statusStaysWithoutAnyPage() {
		Visitor visitor = start(TestApplication.on(DATABASE)
			.withProperties("spring.web.error.whitelabel.enabled=false", "server.error.whitelabel.enabled=false"));
		assertThat(visitor.execute(DUPLICATE).statusCode()).isEqualTo(409);
	}

	@Test
	void otherFailuresKeepTheirPage() {
		HttpResponse<String> response = start().execute("insert into nowhere values (1)");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("Whitelabel Error Page").doesNotContain("nowhere");
	}

	@Test
	void jsonBeforeHtmlIsProblem() {
		start();
		HttpResponse<String> response = Visitor.of(this.application)
			.with("Accept", "text/html;q=0.5, application/json")
			.execute(DUPLICATE);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	private Visitor start(Class<?>... configurations) {
		return start(TestApplication.on(DATABASE).with(configurations));
	}

	private Visitor start(TestApplication prepared) {
		this.application = prepared.withServer()
			.with(Desk.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=none")
			.start();
		return Visitor.of(this.application).withBrowser().with("Accept-Language", "en");
	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedUp {

		@Bean
		StaticMessageSource messageSource() {
			StaticMessageSource source = new StaticMessageSource();
			source.addMessage("constraint.unique", Locale.ENGLISH, "<b>Taken</b>");
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnView {

		@Bean
		View error() {
			return new PlainView("Own view:", "status", "error", "path", "message");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnViewForStatus {

		@Bean
		ErrorViewResolver pages() {
			return (request, status, model) -> new ModelAndView(new PlainView("Resolved: " + status.name(), "message"),
					model);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAttributes {

		@Bean
		DefaultErrorAttributes attributes() {
			return new DefaultErrorAttributes() {

				@Override
				public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
					return Map.of("status", "teapot");
				}

			};
		}

	}

	@RestController
	static class OwnController implements ErrorController {

		@RequestMapping("/error")
		String error(HttpServletRequest request) {
			return "Own controller: " + request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
		}

	}

	private static final class PlainView implements View {

		private final String title;

		private final String[] names;

		PlainView(String title, String... names) {
			this.title = title;
			this.names = names;
		}

		@Override
		public String getContentType() {
			return "text/html";
		}

		@Override
		public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
				throws IOException {
			response.getWriter().write(this.title);
			for (String name : this.names) {
				response.getWriter().write(" " + model.get(name));
			}
		}

	}

}
