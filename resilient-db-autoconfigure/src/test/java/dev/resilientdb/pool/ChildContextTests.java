package dev.resilientdb.pool;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose data source is its parent's.
 */
class ChildContextTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext parent;

	private ConfigurableApplicationContext child;

	@BeforeEach
	void start() {
		this.parent = TestApplication.on(database).withoutJpa().start();
		this.child = new SpringApplicationBuilder(Child.class).parent(this.parent)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.run();
	}

	@AfterEach
	void stop() {
		this.child.close();
		this.parent.close();
	}

	@Test
	void poolsAreWatchedOnce() {
		assertThat(this.child.getBean(Pools.class)).isSameAs(this.parent.getBean(Pools.class));
		assertThat(this.child.getBeanNamesForType(PoolWatch.class)).isEmpty();
		assertThat(this.child.getBeanNamesForType(SizeWatch.class)).isEmpty();
	}

	@Test
	void watchGoesOnWhenTheChildEnds() {
		this.child.close();
		assertThat(this.parent.getBean(PoolWatch.class).isRunning()).isTrue();
		assertThat(this.parent.getBean(SizeWatch.class).isRunning()).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(
			excludeName = { "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
					"org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration" })
	static class Child {

	}

}
