package dev.resilientdb.failure;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.ClassUtils;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.test.PostgresServer;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link DatabaseProducts}.
 */
class DatabaseProductsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class,
				DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + database.url(), "spring.datasource.username=sa",
				"spring.datasource.password=secret", "spring.datasource.hikari.maximum-pool-size=1");

	private final DataSource plain = new DriverManagerDataSource();

	@Test
	void namesDataSource() {
		assertThat(products(this.plain).nameOf(this.plain)).isEqualTo("main");
	}

	@Test
	void namesDataSourceThatJoinsLater() {
		this.contextRunner.run((context) -> {
			DatabaseProducts products = context.getBean(DatabaseProducts.class);
			assertThat(products.nameOf(this.plain)).isEqualTo("unknown");
			context.getBeanFactory().registerSingleton("later", this.plain);
			assertThat(products.nameOf(this.plain)).isEqualTo("later");
			assertThat(products.dataSourceNames()).containsExactly("dataSource", "later");
		});
	}

	@Test
	void doesNotNameStranger() {
		assertThat(products(this.plain).nameOf(new DriverManagerDataSource())).isEqualTo("unknown");
	}

	@Test
	void namesWhatIsWrappedElsewhere() {
		DataSource wrapped = new LazyConnectionDataSourceProxy(new TransactionAwareDataSourceProxy(this.plain));
		assertThat(products(this.plain).nameOf(wrapped)).isEqualTo("main");
		assertThat(products(wrapped).nameOf(this.plain)).isEqualTo("main");
	}

	@Test
	void namesWhatIsAdvised() {
		DataSource advised = (DataSource) new ProxyFactory(this.plain).getProxy();
		assertThat(products(advised).nameOf(this.plain)).isEqualTo("main");
		assertThat(products(this.plain).nameOf(advised)).isEqualTo("main");
	}

	@Test
	void namesDataSourceThatBootMadeLazy() {
		String lazy = "org.springframework.boot.jdbc.autoconfigure.LazyConnectionDataSourceConfiguration";
		assumeThat(ClassUtils.isPresent(lazy, null)).as("Boot 4.1 knows lazy connections").isTrue();
		this.contextRunner.withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			DataSource dataSource = context.getBean(DataSource.class);
			assertThat(dataSource).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertThat(context.getBean(DatabaseProducts.class).nameOf(dataSource)).isEqualTo("dataSource");
			awaitProduct(context.getBean(DatabaseProducts.class), "dataSource", "H2");
		});
	}

	@Test
	void findsProductWhilePoolIsExhausted() {
		this.contextRunner.run((context) -> {
			try (Connection borrowed = context.getBean(DataSource.class).getConnection()) {
				awaitProduct(context.getBean(DatabaseProducts.class), "dataSource", "H2");
			}
		});
	}

	@Test
	void findsProductBehindPoolOfAnotherDataSource() {
		try (HikariDataSource pool = database.pool(1)) {
			this.contextRunner.withBean("archive", DataSource.class, () -> pool)
				.run((context) -> awaitProduct(context.getBean(DatabaseProducts.class), "archive", "H2"));
			assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isZero();
		}
	}

	@Test
	void opensNoConnectionOfPool() {
		this.contextRunner.withPropertyValues("spring.datasource.hikari.minimum-idle=0").run((context) -> {
			awaitProduct(context.getBean(DatabaseProducts.class), "dataSource", "H2");
			assertThat(context.getBean(HikariDataSource.class).getHikariPoolMXBean()).isNull();
		});
	}

	@Test
	void findsProductLaterWhenServerWasDown() {
		try (PostgresServer server = PostgresServer.start(Map.of()); TestDatabase late = TestDatabase.on(server)) {
			AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
			DatabaseProducts products = products(late.dataSource(), now::get);
			server.stop();
			assertThat(products.product("main")).isNull();
			server.restart();
			now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
			products.product("main");
			assertThat(products.product("main")).isEqualTo("PostgreSQL");
		}
	}

	@Test
	void doesNotAskAgainAtOnce() {
		AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
		DriverManagerDataSource dataSource = new DriverManagerDataSource("jdbc:none:none");
		DatabaseProducts products = products(dataSource, now::get);
		products.product("main");
		dataSource.setUrl("jdbc:h2:mem:");
		products.product("main");
		assertThat(products.product("main")).isNull();
	}

	@Test
	void knowsNothingOfMissingDataSource() {
		assertThat(products(this.plain).product("other")).isNull();
	}

	private static void awaitProduct(DatabaseProducts products, String dataSource, String product) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(products.product(dataSource)).isEqualTo(product));
	}

	private static DatabaseProducts products(DataSource dataSource) {
		return products(dataSource, InstantSource.system());
	}

	private static DatabaseProducts products(DataSource dataSource, InstantSource clock) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerSingleton("main", dataSource);
		return new DatabaseProducts(new DataSourceBeans(beanFactory),
				new ProductProbe(List.of(), Runnable::run, clock));
	}

}
