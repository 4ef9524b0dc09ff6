package dev.resilientdb.constraint;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Which duplicates are known to come from a race between looking and inserting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RaceContract {

	private static final String TAKEN = "taken@example.org";

	private static final String INSERT = "insert into customer (id, email_address) values (%d, '" + TAKEN + "')";

	private final TestDatabase database;

	private ConfigurableApplicationContext application;

	private Registration registration;

	private JdbcTemplate jdbc;

	RaceContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		this.database.owner().execute(RealConstraintContract.TABLES);
		this.application = TestApplication.on(this.database)
			.with(Application.class)
			.withProperties("resilient-db.constraint.catalog.max-wait=10s", "spring.jpa.hibernate.ddl-auto=none")
			.start();
		this.registration = this.application.getBean(Registration.class);
		this.jdbc = this.application.getBean(JdbcTemplate.class);
		DatabaseProducts products = this.application.getBean(DatabaseProducts.class);
		Awaitility.await().until(() -> products.product("dataSource") != null);
		// MariaDB tells no columns: the catalogue must have been read
		this.application.getBean(ConstraintViolationResolver.class)
			.resolve(catchThrowable(() -> this.jdbc.execute(INSERT.formatted(1))));
	}

	@BeforeEach
	void forget() {
		this.jdbc.update("delete from customer where id > 1");
		this.application.getBean(ConstraintLog.class).reset();
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	/**
	 * A word of the statement that the product offers instead.
	 */
	abstract String upsert();

	@Test
	void tellsRaceOfTwoThreads() throws Exception {
		CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
		ExecutorService executor = Executors.newFixedThreadPool(2);
		List<CompletableFuture<Throwable>> calls = List.of(2, 3)
			.stream()
			.map((id) -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> this.registration.run(() -> {
				this.registration.lookFor(TAKEN);
				await(bothHaveLooked);
			}, new Customer(id, TAKEN))), executor))
			.toList();
		calls.forEach(CompletableFuture::join);
		executor.shutdown();
		assertThat(violations()).extracting(ConstraintLog.Entry::count, ConstraintLog.Entry::races)
			.containsExactly(tuple(1L, 1L));
	}

	@Test
	void tellsRaceOfFlush() {
		fails(() -> this.registration.transaction(() -> {
			this.registration.lookFor(TAKEN);
			take();
			this.registration.flush(new Customer(3, TAKEN));
		}));
		assertThat(races()).isOne();
	}

	@Test
	void tellsRaceOfInnerTransaction() {
		fails(() -> this.registration
			.transaction(() -> this.registration.runApart(this::lookAndLose, new Customer(3, TAKEN))));
		assertThat(races()).isOne();
	}

	@Test
	void tellsRaceOfStatementThatHibernateDoesNotSee() {
		fails(() -> this.registration.transaction(() -> {
			lookAndLose();
			this.jdbc.execute(INSERT.formatted(3));
		}));
		assertThat(races()).isOne();
	}

	@Test
	void saysSoWithTheStatementOfTheProduct() {
		fails(() -> this.registration.run(this::lookAndLose, new Customer(3, TAKEN)));
		ConstraintLog log = this.application.getBean(ConstraintLog.class);
		assertThat(this.application.getBean(ConstraintAudit.class).advice(log.summary())).singleElement()
			.asString()
			.contains("1 of them after the same transaction had looked for the row", upsert());
	}

	@Test
	void insertWithoutLookingIsNone() {
		take();
		fails(() -> this.registration.run(RaceContract::nothing, new Customer(3, TAKEN)));
		assertThat(races()).isZero();
	}

	@Test
	void queryByIdentifierIsNone() {
		fails(() -> this.registration.run(() -> {
			this.registration.find(3);
			take();
		}, new Customer(3, TAKEN)));
		assertThat(races()).isZero();
	}

	@Test
	void duplicateIdentifierIsNone() {
		fails(() -> this.registration.transaction(() -> {
			this.registration.find(7);
			this.jdbc.execute("insert into customer (id, email_address) values (1, 'other')");
		}));
		assertThat(violations()).hasSize(1);
		assertThat(races()).isZero();
	}

	@Test
	void queryOfAnotherTableIsNone() {
		fails(() -> this.registration.run(() -> {
			this.registration.query("select p.id from purchase p where p.customer_id = 1");
			take();
		}, new Customer(3, TAKEN)));
		assertThat(races()).isZero();
	}

	@Test
	void queryOfAnotherTransactionIsNone() {
		fails(() -> this.registration.run(() -> this.registration.apart(this::lookAndLose), new Customer(3, TAKEN)));
		assertThat(races()).isZero();
	}

	@Test
	void queryAroundInnerTransactionIsNone() {
		fails(() -> this.registration.transaction(() -> {
			lookAndLose();
			this.registration.runApart(RaceContract::nothing, new Customer(3, TAKEN));
		}));
		assertThat(races()).isZero();
	}

	@Test
	void queryOfTransactionThatWasRolledBackIsNone() {
		assertThatThrownBy(() -> this.registration.transaction(() -> {
			lookAndLose();
			throw new IllegalStateException();
		})).isInstanceOf(IllegalStateException.class);
		fails(() -> this.jdbc.execute(INSERT.formatted(3)));
		assertThat(races()).isZero();
	}

	@Test
	void queryWithoutTransactionIsNone() {
		this.registration.lookFor(TAKEN);
		take();
		fails(() -> this.jdbc.execute(INSERT.formatted(3)));
		assertThat(races()).isZero();
	}

	private void lookAndLose() {
		this.registration.lookFor(TAKEN);
		take();
	}

	private static void nothing() {
	}

	private void take() {
		this.database.owner().execute(INSERT.formatted(2));
	}

	private static void fails(Runnable work) {
		assertThat(catchThrowable(work::run)).as("what the work threw").isNotNull();
	}

	private List<ConstraintLog.Entry> violations() {
		return this.application.getBean(ConstraintLog.class).summary().constraints();
	}

	private long races() {
		assertThat(violations()).as("counted violations").hasSize(1);
		return violations().get(0).races();
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Customer.class)
	@Import(Registration.class)
	static class Application {

	}

}
