package dev.resilientdb.parcel;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

/**
 * Entities with values that must not be missing.
 */
public final class Parcels {

	private Parcels() {
	}

	@Entity(name = "Depot")
	@Table(name = "depot")
	public static class Depot {

		@Id
		public int id = 1;

	}

	@Entity(name = "Parcel")
	@Table(name = "parcel")
	public static class Parcel {

		@Id
		public int id;

		@Column(name = "label_text", nullable = false)
		public String label = "fragile";

		public String remark;

		@Embedded
		public Receiver receiver = new Receiver();

		@ManyToOne(optional = false)
		@JoinColumn(name = "depot_id")
		public Depot depot;

		@ElementCollection
		@CollectionTable(name = "parcel_stop")
		public List<Stop> stops = new ArrayList<>();

		@OneToMany(cascade = CascadeType.PERSIST)
		@JoinColumn(name = "parcel_id")
		public List<Item> items = new ArrayList<>();

	}

	@Embeddable
	public static class Receiver {

		@Column(name = "receiver_name", nullable = false)
		public String name = "Ann";

		@Embedded
		public Place place = new Place();

		@Column(name = "receiver_phone")
		public String phone = "none";

	}

	@Embeddable
	public static class Place {

		@Column(name = "town_name", nullable = false)
		public String town = "Ulm";

	}

	@Embeddable
	public static class Stop {

		@Column(name = "town_name", nullable = false)
		public String town = "Ulm";

		@Column(name = "remark_text")
		public String remark = "none";

	}

	@Entity(name = "Item")
	@Table(name = "parcel_item")
	public static class Item {

		@Id
		public int id;

		@Column(name = "item_name", nullable = false)
		public String name;

	}

}
