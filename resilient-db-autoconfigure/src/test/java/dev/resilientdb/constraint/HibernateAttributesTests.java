package dev.resilientdb.constraint;

import java.util.List;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import dev.resilientdb.mapping.Mappings;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HibernateAttributes} and {@link EntityManagerFactoryAttributes}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HibernateAttributesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private EntityManagerFactory factory;

	private EntityManagerFactory other;

	private EntityAttributes attributes;

	@BeforeAll
	void startHibernate() {
		this.factory = factory(Mappings.Vehicle.class, Mappings.Car.class, Mappings.Payment.class,
				Mappings.CardPayment.class, Mappings.CashPayment.class, Mappings.Person.class, Mappings.Passport.class,
				Mappings.Invoice.class, Mappings.InvoiceLine.class, Mappings.Seat.class, Mappings.Odd.class);
		this.other = factory(Mappings.OtherPerson.class);
		this.attributes = new HibernateAttributes(this.factory);
	}

	@AfterAll
	void stopHibernate() {
		this.factory.close();
		this.other.close();
	}

	@Test
	void knowsColumnsOfJoinedTables() {
		assertThat(this.attributes.of("vehicle", List.of("plate_no"))).containsExactly("plate");
		assertThat(this.attributes.of("car", List.of("seat_count"))).containsExactly("seats");
		assertThat(this.attributes.of("car", List.of("plate_no"))).isEmpty();
	}

	@Test
	void knowsColumnsOfSubclassesInOneTable() {
		assertThat(this.attributes.of("payment", List.of("amount_cents", "card_no"))).containsExactly("amount", "card");
	}

	@Test
	void leavesOutColumnThatSubclassesCallDifferently() {
		assertThat(this.attributes.of("payment", List.of("remark"))).isEmpty();
	}

	@Test
	void knowsColumnsOfSecondaryTable() {
		assertThat(this.attributes.of("person_detail", List.of("life_story"))).containsExactly("story");
	}

	@Test
	void knowsOverriddenColumnsOfEmbeddables() {
		assertThat(this.attributes.of("person", List.of("street"))).containsExactly("home.street");
		assertThat(this.attributes.of("person", List.of("work_street"))).containsExactly("work.street");
	}

	@Test
	void knowsColumnsOfNestedEmbeddable() {
		assertThat(this.attributes.of("person", List.of("country_code"))).containsExactly("home.region.country");
	}

	@Test
	void followsNamingStrategy() {
		assertThat(this.attributes.of("PERSON", List.of("FIRST_NAME"))).containsExactly("firstName");
	}

	@Test
	void knowsAssociationOfForeignKey() {
		assertThat(this.attributes.of("invoice", List.of("buyer_id"))).containsExactly("buyer");
	}

	@Test
	void prefersAttributeThatIsWritten() {
		assertThat(this.attributes.of("invoice", List.of("seller_id"))).containsExactly("seller");
	}

	@Test
	void knowsAssociationThatIsTheIdentifier() {
		assertThat(this.attributes.of("passport", List.of("owner_id"))).containsExactly("owner");
	}

	@Test
	void isNotConfusedByInverseAssociation() {
		assertThat(this.attributes.of("person", List.of("id"))).containsExactly("id");
	}

	@Test
	void knowsEmbeddedIdentifier() {
		assertThat(this.attributes.of("invoice_line", List.of("invoice_no", "position"))).containsExactly("key.invoice",
				"key.position");
	}

	@Test
	void knowsIdentifierOfSeveralAttributes() {
		assertThat(this.attributes.of("seat", List.of("row_no", "seat_no"))).containsExactly("row", "number");
	}

	@Test
	void leavesOutCollections() {
		assertThat(this.attributes.of("person_nicknames", List.of("nickname"))).isEmpty();
	}

	@Test
	void knowsQuotedNames() {
		assertThat(this.attributes.of("odd, table", List.of("a, b", "we.ird"))).containsExactly("commas", "dots");
	}

	@Test
	void answersNothingUnlessItKnowsAllColumns() {
		assertThat(this.attributes.of("person", List.of("first_name", "no_such"))).isEmpty();
		assertThat(this.attributes.of("nowhere", List.of("first_name"))).isEmpty();
	}

	@Test
	void knowsColumnsOfUnknownTableThatAllEntitiesMapAlike() {
		assertThat(this.attributes.of(null, List.of("PLATE_NO"))).containsExactly("plate");
		assertThat(this.attributes.of(null, List.of("no_such"))).isEmpty();
	}

	@Test
	void leavesOutColumnsOfUnknownTableThatEntitiesMapDifferently() {
		assertThat(this.attributes.of("payment", List.of("card_no"))).containsExactly("card");
		assertThat(this.attributes.of(null, List.of("card_no"))).isEmpty();
	}

	@Test
	void leavesOutColumnsOfUnknownTableBesideOtherFactories() {
		assertThat(both().of(null, List.of("plate_no"))).isEmpty();
	}

	@Test
	void knowsIdentifiers() {
		assertThat(this.attributes.identify("INVOICE_LINE", List.of("POSITION", "INVOICE_NO"))).isTrue();
		assertThat(this.attributes.identify("invoice_line", List.of("position"))).isFalse();
		assertThat(this.attributes.identify("person", List.of("first_name"))).isFalse();
	}

	@Test
	void answersWhatSeveralFactoriesAgreeOn() {
		EntityAttributes both = both();
		assertThat(both.of("person", List.of("first_name"))).containsExactly("firstName");
		assertThat(both.of("invoice", List.of("buyer_id"))).containsExactly("buyer");
	}

	@Test
	void leavesOutWhatSeveralFactoriesCallDifferently() {
		assertThat(both().of("person", List.of("street"))).isEmpty();
	}

	private EntityAttributes both() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("factory", this.factory);
		beans.registerSingleton("other", this.other);
		return new EntityManagerFactoryAttributes(beans);
	}

	private static EntityManagerFactory factory(Class<?>... entities) {
		Configuration configuration = new Configuration().addAnnotatedClasses(entities)
			.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
		configuration.getProperties().put("hibernate.connection.datasource", database.dataSource());
		return configuration.buildSessionFactory();
	}

}
