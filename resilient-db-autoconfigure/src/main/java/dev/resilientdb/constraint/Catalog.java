package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The constraints of one data source at the time they were read.
 */
final class Catalog {

	private static final String SQLITE_GENERATED = "sqlite_autoindex_";

	// What MySQL and MariaDB call the primary key of every table
	private static final String PRIMARY = "PRIMARY";

	private final CatalogListing listing;

	private final List<CatalogConstraint> constraints;

	private final Map<String, List<CatalogConstraint>> byName = new HashMap<>();

	Catalog(CatalogListing listing) {
		this.listing = listing;
		this.constraints = Stream.concat(listing.current().stream(), listing.others().stream()).toList();
		for (CatalogConstraint constraint : this.constraints) {
			add(constraint.name(), constraint);
			String index = constraint.index();
			if (index != null && !index.equalsIgnoreCase(constraint.name())) {
				add(index, constraint);
			}
		}
	}

	private void add(String name, CatalogConstraint constraint) {
		this.byName.computeIfAbsent(lower(name), (key) -> new ArrayList<>()).add(constraint);
	}

	/**
	 * The constraints of the current schema.
	 */
	List<CatalogConstraint> current() {
		return this.listing.current();
	}

	CatalogListing.Extent extent() {
		return this.listing.extent();
	}

	/**
	 * Whether the catalogue lists what the driver reported, whether or not that tells
	 * more.
	 */
	boolean lists(ReportedViolation reported) {
		return candidates(reported).stream()
			.anyMatch((constraint) -> (reported.constraint() != null) ? samePlace(constraint, reported)
					: fits(constraint, reported));
	}

	/**
	 * Adds what the catalogue knows, if all constraints that can be meant tell the same.
	 */
	ReportedViolation complete(ReportedViolation reported) {
		Set<ReportedViolation> answers = new HashSet<>();
		for (CatalogConstraint constraint : candidates(reported)) {
			if (fits(constraint, reported)) {
				answers.add(excludesUnread(constraint, reported) ? merge(reported, constraint) : reported);
			}
		}
		return (answers.size() == 1) ? answers.iterator().next() : reported;
	}

	/**
	 * Whether no constraint can be meant that was not read, or that came with a new
	 * table.
	 */
	private boolean excludesUnread(CatalogConstraint candidate, ReportedViolation reported) {
		boolean schemaTold = candidate.schema() == null || reported.schema() != null;
		boolean tableTold = reported.table() != null;
		boolean ofEachTable = PRIMARY.equalsIgnoreCase(reported.constraint());
		return (tableTold || !ofEachTable) && switch (this.listing.extent()) {
			case ALL_SCHEMAS -> true;
			case CURRENT_SCHEMA -> schemaTold;
			case CUT -> schemaTold && tableTold;
		};
	}

	private List<CatalogConstraint> candidates(ReportedViolation reported) {
		if (reported.constraint() != null) {
			return this.byName.getOrDefault(lower(reported.constraint()), List.of());
		}
		return reported.columns().isEmpty() ? List.of() : this.constraints;
	}

	private static boolean fits(CatalogConstraint constraint, ReportedViolation reported) {
		boolean sameKind = reported.kind() == null || reported.kind() == constraint.type().kind();
		// Checks without a name are none that the catalogue could tell by their columns
		boolean told = reported.constraint() != null
				|| (reported.table() != null && constraint.type() != CatalogConstraint.Type.CHECK
						&& sameNames(reported.columns(), constraint.columns()));
		return sameKind && samePlace(constraint, reported) && told && !contradicts(constraint, reported);
	}

	// Schemas exactly: two may differ in nothing but case
	private static boolean samePlace(CatalogConstraint constraint, ReportedViolation reported) {
		boolean sameSchema = reported.schema() == null || constraint.schema() == null
				|| reported.schema().equals(constraint.schema());
		return sameSchema && (reported.table() == null || reported.table().equalsIgnoreCase(constraint.table()));
	}

	// The catalogue is old, or the constraint is not what it was read as
	private static boolean contradicts(CatalogConstraint constraint, ReportedViolation reported) {
		return !reported.columns().isEmpty() && !constraint.columns().isEmpty()
				&& !sameNames(reported.columns(), constraint.columns());
	}

	private static ReportedViolation merge(ReportedViolation reported, CatalogConstraint known) {
		boolean generated = known.name().startsWith(SQLITE_GENERATED);
		List<String> columns = known.columns().isEmpty() ? reported.columns() : known.columns();
		return reported.withConstraint(generated ? reported.constraint() : known.name())
			.withTable(known.table())
			.withColumns(columns);
	}

	private static boolean sameNames(List<String> some, List<String> others) {
		return lower(String.join("\0", some)).equals(lower(String.join("\0", others)));
	}

	private static String lower(@Nullable String name) {
		return String.valueOf(name).toLowerCase(Locale.ROOT);
	}

}
