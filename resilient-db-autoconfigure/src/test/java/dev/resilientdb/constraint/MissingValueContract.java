package dev.resilientdb.constraint;

import java.net.http.HttpResponse;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import org.hibernate.PropertyValueException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.constraint.ConstraintLog.Entry;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.parcel.Parcels;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is known of a value that Hibernate misses before the database is asked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MissingValueContract {

	private final TestDatabase database;

	private ConfigurableApplicationContext application;

	private EntityManager entities;

	MissingValueContract(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	void startApplication() {
		this.application = TestApplication.on(this.database)
			.withServer()
			.with(ParcelDesk.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=create")
			.start();
		this.entities = this.application.getBean(EntityManager.class);
		transaction(() -> {
			this.entities.persist(new Parcels.Depot());
			this.entities.persist(parcel(1));
		});
	}

	@BeforeEach
	void forget() {
		log().reset();
	}

	@AfterAll
	void stopApplication() {
		this.application.close();
	}

	@Test
	void knowsAttribute() {
		Parcels.Parcel parcel = parcel(2);
		parcel.label = null;
		assertThat(violation(persisting(parcel))).usingRecursiveComparison()
			.isEqualTo(new ConstraintViolation(Kind.NOT_NULL, null, "parcel", List.of("label_text"), List.of("label"),
					null, null, "A value for label is required.", "Enter a value.",
					"constraint.parcel.label_text.not_null"));
	}

	// Hibernate 7.4.5 leaves these to the database
	@Test
	void knowsEmbeddedAttributeThatTheDatabaseMisses() {
		Parcels.Parcel parcel = parcel(2);
		parcel.receiver.name = null;
		assertThat(resolver().resolve(persisting(parcel)).attributes()).containsExactly("receiver.name");
	}

	@Test
	void knowsEmbeddedAttribute() {
		ConstraintViolation violation = violation(
				new PropertyValueException("missing", Parcels.Parcel.class.getName(), "receiver.place.town"));
		assertThat(violation.attributes()).containsExactly("receiver.place.town");
		assertThat(violation.table()).isEqualTo("parcel");
		assertThat(violation.columns()).containsExactly("town_name");
	}

	@Test
	void knowsAttributeOfElement() {
		Parcels.Parcel parcel = parcel(2);
		Parcels.Stop stop = new Parcels.Stop();
		stop.town = null;
		parcel.stops.add(stop);
		ConstraintViolation violation = violation(persisting(parcel));
		assertThat(violation.attributes()).containsExactly("stops.town");
		assertThat(violation.table()).isEqualTo("parcel_stop");
	}

	@Test
	void knowsAssociation() {
		Parcels.Parcel parcel = parcel(2);
		parcel.depot = null;
		ConstraintViolation violation = violation(persisting(parcel));
		assertThat(violation.attributes()).containsExactly("depot");
		assertThat(violation.columns()).containsExactly("depot_id");
		assertThat(violation.reference()).isNull();
	}

	@Test
	void knowsAttributeOfEntityThatIsPersistedWithAnother() {
		Parcels.Parcel parcel = parcel(2);
		parcel.items.add(new Parcels.Item());
		ConstraintViolation violation = violation(persisting(parcel));
		assertThat(violation.attributes()).containsExactly("name");
		assertThat(violation.table()).isEqualTo("parcel_item");
		assertThat(violation.columns()).containsExactly("item_name");
	}

	@Test
	void knowsAttributeThatAnUpdateEmpties() {
		ConstraintViolation violation = violation(
				catchThrowable(() -> transaction(() -> this.entities.find(Parcels.Parcel.class, 1).label = null)));
		assertThat(violation.kind()).isEqualTo(Kind.NOT_NULL);
		assertThat(violation.attributes()).containsExactly("label");
	}

	@Test
	void knowsAttributeBehindFailedCommit() {
		Throwable refusal = new PropertyValueException("missing", Parcels.Parcel.class.getName(), "label");
		ConstraintViolation violation = violation(new TransactionSystemException("commit",
				new RollbackException("commit", new JpaSystemException(new RuntimeException(refusal)))));
		assertThat(violation.attributes()).containsExactly("label");
	}

	@Test
	void saysNothingOfExceptionThatIsNotAboutNull() {
		assertThat(resolver().resolve(new PropertyValueException("version", Parcels.Parcel.class.getName(), "remark")))
			.isNull();
	}

	@Test
	void answersOverHttp() {
		HttpResponse<String> response = Visitor.of(this.application).with("Accept-Language", "en").post("/parcels", "");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Visitor.json(response)).extractingPath("$.kind").isEqualTo("NOT_NULL");
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].field").asArray().containsExactly("label");
		assertThat(Visitor.json(response)).extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("constraint.parcel.label_text.not_null");
	}

	@Test
	void countsWhatIsAnsweredOnce() {
		Visitor.of(this.application).post("/parcels", "");
		assertCountedOnce();
	}

	@Test
	void countsRepository() {
		Parcels.Parcel parcel = parcel(2);
		parcel.label = null;
		Throwable thrown = catchThrowable(
				() -> transaction(() -> this.application.getBean(ParcelRepository.class).save(parcel)));
		assertCountedOnce();
		violation(thrown);
		assertCountedOnce();
	}

	@Test
	void countsNothingUntilTheApplicationAsks() {
		Parcels.Parcel parcel = parcel(2);
		parcel.label = null;
		Throwable thrown = persisting(parcel);
		assertThat(log().summary().constraints()).isEmpty();
		violation(thrown);
		assertCountedOnce();
	}

	private void assertCountedOnce() {
		assertThat(log().summary().constraints())
			.extracting(Entry::dataSource, Entry::kind, Entry::constraint, Entry::table, Entry::count)
			.containsExactly(tuple("dataSource", Kind.NOT_NULL, null, "parcel", 1L));
	}

	private Throwable persisting(Parcels.Parcel parcel) {
		return catchThrowable(() -> transaction(() -> this.entities.persist(parcel)));
	}

	private ConstraintViolation violation(Throwable thrown) {
		assertThat(Causes.of(thrown)).hasAtLeastOneElementOfType(PropertyValueException.class);
		ConstraintViolation violation = resolver().resolve(thrown);
		assertThat(violation).as("violation behind %s", thrown).isNotNull();
		return violation;
	}

	private Parcels.Parcel parcel(int id) {
		Parcels.Parcel parcel = new Parcels.Parcel();
		parcel.id = id;
		parcel.depot = this.entities.getReference(Parcels.Depot.class, 1);
		return parcel;
	}

	private void transaction(Runnable work) {
		new TransactionTemplate(this.application.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.run());
	}

	private ConstraintViolationResolver resolver() {
		return this.application.getBean(ConstraintViolationResolver.class);
	}

	private ConstraintLog log() {
		return this.application.getBean(ConstraintLog.class);
	}

	@Repository
	static class ParcelRepository {

		private final EntityManager entities;

		ParcelRepository(EntityManager entities) {
			this.entities = entities;
		}

		void save(Parcels.Parcel parcel) {
			this.entities.persist(parcel);
		}

	}

	@RestController
	@EntityScan(basePackageClasses = Parcels.class)
	@Import(ParcelRepository.class)
	static class ParcelDesk {

		private final EntityManager entities;

		private final TransactionTemplate transactions;

		ParcelDesk(EntityManager entities, PlatformTransactionManager transactionManager) {
			this.entities = entities;
			this.transactions = new TransactionTemplate(transactionManager);
		}

		@PostMapping("/parcels")
		String send() {
			Parcels.Parcel parcel = new Parcels.Parcel();
			parcel.depot = this.entities.getReference(Parcels.Depot.class, 1);
			parcel.label = null;
			this.transactions.executeWithoutResult((status) -> this.entities.persist(parcel));
			return "done";
		}

	}

}
