package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The constraints of one schema at the time they were read.
 */
final class Catalog {

	private static final String SQLITE_GENERATED = "sqlite_autoindex_";

	private final List<CatalogConstraint> constraints;

	private final Map<String, List<CatalogConstraint>> byName = new HashMap<>();

	Catalog(List<CatalogConstraint> constraints) {
		this.constraints = List.copyOf(constraints);
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

	List<CatalogConstraint> constraints() {
		return this.constraints;
	}

	/**
	 * Whether the catalogue lists what the driver reported, as far as it has a name.
	 */
	boolean lists(ReportedViolation reported) {
		return reported.constraint() == null || this.byName.containsKey(lower(reported.constraint()));
	}

	/**
	 * Adds what the catalogue knows, if it knows exactly one such constraint.
	 */
	ReportedViolation complete(ReportedViolation reported) {
		List<CatalogConstraint> candidates = new ArrayList<>();
		for (CatalogConstraint constraint : candidates(reported)) {
			if (fits(constraint, reported)) {
				candidates.add(constraint);
			}
		}
		return (candidates.size() == 1) ? merge(reported, candidates.get(0)) : reported;
	}

	private List<CatalogConstraint> candidates(ReportedViolation reported) {
		if (reported.constraint() != null) {
			return this.byName.getOrDefault(lower(reported.constraint()), List.of());
		}
		return reported.columns().isEmpty() ? List.of() : this.constraints;
	}

	private static boolean fits(CatalogConstraint constraint, ReportedViolation reported) {
		boolean sameKind = reported.kind() == null || reported.kind() == constraint.type().kind();
		boolean sameTable = reported.table() == null || reported.table().equalsIgnoreCase(constraint.table());
		// Checks without a name are none that the catalogue could tell by their columns
		boolean told = reported.constraint() != null
				|| (reported.table() != null && constraint.type() != CatalogConstraint.Type.CHECK
						&& sameNames(reported.columns(), constraint.columns()));
		return sameKind && sameTable && told && !contradicts(constraint, reported);
	}

	// Another schema's constraint of the same name, or one that is not what it was read
	// as
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
