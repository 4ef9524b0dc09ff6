package dev.resilientdb.constraint;

import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.mapping.Mappings;
import dev.resilientdb.parcel.Parcels;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HibernateNullability}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HibernateNullabilityTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final ReportedViolation UNPLACED = ReportedViolation.of(Kind.NOT_NULL);

	private SessionFactory factory;

	private EntityAttributes attributes;

	@BeforeAll
	void startHibernate() {
		Configuration configuration = new Configuration()
			.addAnnotatedClasses(Parcels.Depot.class, Parcels.Parcel.class, Parcels.Item.class, Mappings.Note.class,
					Mappings.Label.class, Mappings.ColourLabel.class)
			.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
		configuration.getProperties().put("hibernate.connection.datasource", database.dataSource());
		this.factory = configuration.buildSessionFactory();
		this.attributes = new HibernateAttributes(this.factory);
	}

	@AfterAll
	void stopHibernate() {
		this.factory.close();
	}

	@Test
	void knowsColumnOfAttribute() {
		assertThat(missing(Parcels.Parcel.class, "label")).isEqualTo(at("parcel", "label_text"));
	}

	@Test
	void knowsColumnOfAssociation() {
		assertThat(missing(Parcels.Parcel.class, "depot")).isEqualTo(at("parcel", "depot_id"));
	}

	@Test
	void knowsColumnOfNestedEmbeddable() {
		assertThat(missing(Parcels.Parcel.class, "receiver.place.town")).isEqualTo(at("parcel", "town_name"));
	}

	@Test
	void knowsColumnOfElements() {
		assertThat(missing(Parcels.Parcel.class, "stops.town")).isEqualTo(at("parcel_stop", "town_name"));
	}

	@Test
	void knowsColumnOfClassWithTableForEachSubclass() {
		assertThat(missing(Mappings.ColourLabel.class, "text")).isEqualTo(at("colour_label", "label_text"));
	}

	@Test
	void namesNoSubqueryAsTable() {
		assertThat(missing(Mappings.Label.class, "text")).isEqualTo(at("label", "label_text"));
	}

	@Test
	void leavesColumnOutThatIsNotMapped() {
		assertThat(missing(Parcels.Parcel.class, "receiver.nothing")).isEqualTo(UNPLACED);
	}

	@Test
	void isNoViolationWhereNullIsAllowed() {
		assertThat(missing(Parcels.Parcel.class, "remark")).isNull();
	}

	@Test
	void isNoViolationOfVersion() {
		assertThat(missing(Mappings.Note.class, "version")).isNull();
	}

	@Test
	void isNoViolationOfTenant() {
		assertThat(missing(Mappings.Note.class, "tenant")).isNull();
	}

	@Test
	void isNoViolationOfUnknownEntity() {
		assertThat(this.attributes.missing("nowhere", "label")).isNull();
	}

	@Test
	void answersOfFactoriesThatAgreeAreOne() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("first", this.factory);
		beans.registerSingleton("second", this.factory);
		assertThat(new EntityManagerFactoryAttributes(beans).missing(Parcels.Parcel.class.getName(), "label"))
			.isEqualTo(at("parcel", "label_text"));
	}

	private ReportedViolation missing(Class<?> entity, String attribute) {
		return this.attributes.missing(entity.getName(), attribute);
	}

	private static ReportedViolation at(String table, String column) {
		return UNPLACED.withTable(table).withColumn(column);
	}

}
