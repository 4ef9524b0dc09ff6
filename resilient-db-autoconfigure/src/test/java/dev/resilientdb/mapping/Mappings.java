package dev.resilientdb.mapping;

import java.util.Set;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/**
 * Entities in every way of mapping columns. No test has their tables.
 */
public final class Mappings {

	private Mappings() {
	}

	@Entity
	@Table(name = "vehicle")
	@Inheritance(strategy = InheritanceType.JOINED)
	public static class Vehicle {

		@Id
		int id;

		@Column(name = "plate_no")
		String plate;

	}

	@Entity
	@Table(name = "car")
	public static class Car extends Vehicle {

		@Column(name = "seat_count")
		int seats;

	}

	@Entity
	@Table(name = "payment")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	public static class Payment {

		@Id
		int id;

		@Column(name = "amount_cents")
		long amount;

	}

	@Entity
	public static class CardPayment extends Payment {

		@Column(name = "card_no")
		String card;

		@Column(name = "remark")
		String reference;

	}

	@Entity
	public static class CashPayment extends Payment {

		@Column(name = "remark")
		String note;

	}

	@Entity
	@Table(name = "person")
	@SecondaryTable(name = "person_detail")
	public static class Person {

		@Id
		int id;

		String firstName;

		@Column(table = "person_detail", name = "life_story")
		String story;

		@Embedded
		Place home;

		@Embedded
		@AttributeOverride(name = "street", column = @Column(name = "work_street"))
		@AttributeOverride(name = "region.country", column = @Column(name = "work_country"))
		Place work;

		@ElementCollection
		@CollectionTable(name = "person_nicknames")
		@Column(name = "nickname")
		Set<String> nicknames;

		@OneToOne(mappedBy = "owner")
		Passport passport;

	}

	@Embeddable
	public static class Place {

		String street;

		@Embedded
		Region region;

	}

	@Embeddable
	public static class Region {

		@Column(name = "country_code")
		String country;

	}

	@Entity
	@Table(name = "passport")
	public static class Passport {

		@Id
		int ownerId;

		@MapsId
		@OneToOne
		@JoinColumn(name = "owner_id")
		Person owner;

	}

	@Entity
	@Table(name = "invoice")
	public static class Invoice {

		@Id
		int id;

		@ManyToOne
		@JoinColumn(name = "buyer_id")
		Person buyer;

		@ManyToOne
		@JoinColumn(name = "seller_id")
		Person seller;

		@Column(name = "seller_id", insertable = false, updatable = false)
		Integer sellerNumber;

	}

	@Entity
	@Table(name = "invoice_line")
	public static class InvoiceLine {

		@EmbeddedId
		LineKey key;

	}

	@Embeddable
	public record LineKey(@Column(name = "invoice_no") int invoice, @Column(name = "position") int position) {
	}

	@Entity
	@Table(name = "seat")
	@IdClass(SeatKey.class)
	public static class Seat {

		@Id
		@Column(name = "row_no")
		int row;

		@Id
		@Column(name = "seat_no")
		int number;

	}

	public record SeatKey(int row, int number) {
	}

	@Entity
	@Table(name = "`odd, table`")
	public static class Odd {

		@Id
		int id;

		@Column(name = "`a, b`")
		String commas;

		@Column(name = "`we.ird`")
		String dots;

		@Column(name = "card_no")
		String label;

	}

	@Entity
	@Table(name = "person")
	public static class OtherPerson {

		@Id
		int id;

		String firstName;

		@Column(name = "street")
		String road;

	}

	@Entity
	@Table(name = "note")
	public static class Note {

		@Id
		@GeneratedValue
		public Long id;

		@Version
		public Integer version;

		@TenantId
		@Column(nullable = false)
		public String tenant;

	}

	@Entity
	@Table(name = "label")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	public static class Label {

		@Id
		public int id;

		@Column(name = "label_text", nullable = false)
		public String text;

	}

	@Entity
	@Table(name = "colour_label")
	public static class ColourLabel extends Label {

	}

}
