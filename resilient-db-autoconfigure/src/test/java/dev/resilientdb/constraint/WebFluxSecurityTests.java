package dev.resilientdb.constraint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security before WebFlux.
 */
class WebFluxSecurityTests {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		DATABASE.owner().execute(RealConstraintContract.TABLES);
		application = WebStack.WEBFLUX.prepare(TestApplication.on(DATABASE))
			.withSecurity()
			.with(Security.class, GuardedDesk.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=none")
			.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void strangerIsRefused() {
		assertThat(Visitor.of(application).execute(DUPLICATE).statusCode()).isEqualTo(401);
	}

	@Test
	void violationIsAnswered() {
		assertThat(user().execute(DUPLICATE).statusCode()).isEqualTo(409);
	}

	@Test
	void pageIsNotRefused() {
		assertThat(user().withBrowser().execute(DUPLICATE).statusCode()).isEqualTo(409);
	}

	@Test
	void deniedAccessPassesThrough() {
		assertThat(user().get("/denied").statusCode()).isEqualTo(403);
	}

	private static Visitor user() {
		String login = Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));
		return Visitor.of(application).with("Authorization", "Basic " + login);
	}

	@Configuration(proxyBeanMethods = false)
	static class Security {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		MapReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("user").password("{noop}pass").authorities("user").build());
		}

	}

	@RestController
	static class GuardedDesk {

		@GetMapping("/denied")
		Mono<String> deny() {
			return Mono.error(new AccessDeniedException("denied"));
		}

	}

}
