package dev.resilientdb.constraint;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security before Spring MVC, with tokens that are read in the first dispatch of a
 * request only, as most are.
 */
class MvcSecurityTests {

	private static final String DUPLICATE = "insert into customer (id, email_address) values (2, 'first@example.org')";

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		DATABASE.owner().execute(RealConstraintContract.TABLES);
		application = WebStack.MVC.prepare(TestApplication.on(DATABASE))
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
		assertThat(user().withBrowser().execute(DUPLICATE).body()).contains("Whitelabel Error Page", "in use");
	}

	@Test
	void deniedAccessPassesThrough() {
		assertThat(user().get("/denied").statusCode()).isEqualTo(403);
	}

	@Test
	void failedAuthenticationPassesThrough() {
		assertThat(user().get("/stranger").statusCode()).isEqualTo(401);
	}

	private static Visitor user() {
		return Visitor.of(application).with("X-Token", "user").with("Accept-Language", "en");
	}

	@Configuration(proxyBeanMethods = false)
	static class Security {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.exceptionHandling((failures) -> failures
					.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
					.accessDeniedHandler((request, response, ex) -> response.setStatus(403)))
				.addFilterBefore(new TokenFilter(), UsernamePasswordAuthenticationFilter.class)
				.build();
		}

	}

	static final class TokenFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String user = request.getHeader("X-Token");
			SecurityContextHolder.getContext()
				.setAuthentication((user != null)
						? UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.NO_AUTHORITIES)
						: null);
			chain.doFilter(request, response);
		}

	}

	@RestController
	static class GuardedDesk {

		@GetMapping("/denied")
		String deny() {
			throw new AccessDeniedException("denied");
		}

		@GetMapping("/stranger")
		String refuse() {
			throw new BadCredentialsException("stranger");
		}

	}

}
