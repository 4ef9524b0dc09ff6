package dev.resilientdb.test;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts a Boot application on a test database, configured by nothing but Boot's and our
 * auto-configurations and what the test adds.
 */
public final class TestApplication {

	private final List<Class<?>> sources = new ArrayList<>();

	private final List<String> properties = new ArrayList<>();

	private WebApplicationType type = WebApplicationType.NONE;

	private Class<?> autoConfigured = Unsecured.class;

	private TestApplication() {
	}

	/**
	 * Without a data source. A build machine that is out of breath opens no circuit, and
	 * nothing migrates unless a test says so.
	 */
	public static TestApplication create() {
		return new TestApplication().withProperties("spring.jpa.open-in-view=false", "spring.main.banner-mode=off",
				"resilient-db.circuit.silence-threshold=5m", "spring.flyway.enabled=false");
	}

	/**
	 * With a HikariCP pool on the given database.
	 */
	public static TestApplication on(TestDatabase database) {
		return create().withProperties("spring.datasource.url=" + database.url(),
				"spring.datasource.username=" + database.username(),
				"spring.datasource.password=" + database.password(), "spring.datasource.hikari.minimum-idle=0");
	}

	/**
	 * Without JPA: transactions are those of JDBC.
	 */
	public TestApplication withoutJpa() {
		return withProperties("spring.autoconfigure.exclude="
				+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
				+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration");
	}

	/**
	 * With a web server on a free port.
	 */
	public TestApplication withServer() {
		this.type = WebApplicationType.SERVLET;
		return withProperties("server.port=0");
	}

	/**
	 * With a web server on a free port, for WebFlux.
	 */
	public TestApplication withReactiveServer() {
		this.type = WebApplicationType.REACTIVE;
		return with(Netty.class).withProperties("server.port=0");
	}

	/**
	 * With Spring Security as Boot configures it.
	 */
	public TestApplication withSecurity() {
		this.autoConfigured = Secured.class;
		return this;
	}

	public TestApplication with(Class<?>... configurations) {
		this.sources.addAll(List.of(configurations));
		return this;
	}

	public TestApplication withProperties(String... values) {
		this.properties.addAll(List.of(values));
		return this;
	}

	/**
	 * To be closed by the caller.
	 */
	public ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(this.autoConfigured).sources(this.sources.toArray(Class<?>[]::new))
			.web(this.type)
			.properties(this.properties.toArray(String[]::new))
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(
			excludeName = { "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.actuate.web.servlet"
							+ ".ManagementWebSecurityAutoConfiguration",
					"org.springframework.boot.security.autoconfigure.actuate.web.reactive"
							+ ".ReactiveManagementWebSecurityAutoConfiguration" })
	static class Unsecured {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Secured {

	}

	// With Tomcat, WebFlux now and then closes a connection before the error page is
	// written
	@Configuration(proxyBeanMethods = false)
	static class Netty {

		@Bean
		NettyReactiveWebServerFactory webServer() {
			return new NettyReactiveWebServerFactory();
		}

	}

}
