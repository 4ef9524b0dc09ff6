package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Who holds connections in applications of different kinds.
 */
class LeaseConfigurationTests {

	private static final String ORDERS = LeaseDrills.Orders.class.getName();

	private static final String AUDIT = LeaseDrills.Audit.class.getName();

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private WatchedPool pool;

	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void connectionsOfTwoDataSourcesAreNotNested() throws SQLException {
		start(TestApplication.on(database).withoutJpa().with(Archive.class),
				"resilient-db.pool.nested-acquisition=fail");
		DataSource archive = this.context.getBean("archive", DataSource.class);
		try (Connection one = this.pool.borrow(); Connection other = archive.getConnection()) {
			assertThat(one).isNotSameAs(other);
			assertThatExceptionOfType(NestedAcquisitionException.class).isThrownBy(archive::getConnection)
				.withMessageContaining("'archive'");
		}
	}

	@Test
	void openInViewHoldsTheConnectionOfItsTransactionsNested() throws Exception {
		start(TestApplication.on(database).with(LeaseDrills.class));
		EntityManagerFactory factory = this.context.getBean(EntityManagerFactory.class);
		EntityManager view = factory.createEntityManager();
		TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(view));
		orders().placeAndAudit(new CyclicBarrier(1));
		TransactionSynchronizationManager.unbindResource(factory);
		view.close();
		assertNested(ORDERS + ".placeAndAudit", AUDIT + ".write");
	}

	@Test
	void connectionOfOpenViewIsNoLeak() throws Exception {
		start(TestApplication.on(database).with(LeaseDrills.class), "resilient-db.pool.leak-threshold=1s");
		EntityManagerFactory factory = this.context.getBean(EntityManagerFactory.class);
		EntityManager view = factory.createEntityManager();
		TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(view));
		this.context.getBean(LeaseDrills.Audit.class).write();
		Awaitility.await()
			.until(() -> this.pool.report()
				.holders()
				.stream()
				.anyMatch((holder) -> this.pool.report().time().isAfter(holder.since().plusSeconds(2))));
		assertThat(this.pool.report().verdict()).isNotEqualTo(PoolVerdict.LEAKING);
		TransactionSynchronizationManager.unbindResource(factory);
		view.close();
	}

	@Test
	void lazilyFetchedConnectionsAreNestedToo() throws Exception {
		String lazy = "org.springframework.boot.jdbc.autoconfigure.LazyConnectionDataSourceConfiguration";
		assumeThat(ClassUtils.isPresent(lazy, null)).as("Boot 4.1 knows lazy connections").isTrue();
		start(TestApplication.on(database)
			.withoutJpa()
			.with(LeaseDrills.class)
			.withProperties("spring.datasource.connection-fetch=lazy"));
		orders().placeAndAudit(new CyclicBarrier(1));
		assertNested(ORDERS + ".placeAndAudit", AUDIT + ".write");
	}

	@Test
	void metersCountLeaksAndNestedAcquisitions() throws Exception {
		start(TestApplication.on(database).withoutJpa().with(LeaseDrills.class, Meters.class));
		orders().placeAndAudit(new CyclicBarrier(1));
		MeterRegistry registry = this.context.getBean(MeterRegistry.class);
		assertThat(registry.get("resilientdb.pool.nested").tag("datasource", "dataSource").functionCounter().count())
			.isOne();
		assertThat(registry.get("resilientdb.pool.leaks").tag("datasource", "dataSource").functionCounter().count())
			.isZero();
	}

	@Test
	void nothingIsNotedWithoutAcquisition() throws SQLException {
		start(TestApplication.on(database).withoutJpa().withProperties("resilient-db.acquisition.enabled=false"));
		try (Connection held = this.pool.borrow()) {
			this.pool.awaitEvidence("1 of 10 connections are in use, 0 are free");
			assertThat(this.pool.report().holders()).isEmpty();
			assertThat(held.isClosed()).isFalse();
		}
	}

	private void assertNested(String outer, String inner) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.pool.report().nested())
				.containsExactly(new NestedAcquisition(outer, inner, 1)));
	}

	private LeaseDrills.Orders orders() {
		return this.context.getBean(LeaseDrills.Orders.class);
	}

	private void start(TestApplication application, String... settings) throws SQLException {
		this.context = application.withProperties("resilient-db.pool.sample-interval=100ms")
			.withProperties(settings)
			.start();
		this.pool = new WatchedPool(this.context);
		this.pool.borrow().close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		HikariDataSource archive() {
			return archiveDatabase.pool(2);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Meters {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

}
