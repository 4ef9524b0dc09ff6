package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;

/**
 * The keys under which an application may have a message for a constraint: as the
 * database spells its names, then in lower case.
 */
final class MessageKeys {

	private static final String PREFIX = "constraint.";

	/**
	 * Names that a product made up: the same on every table, or another one on every
	 * server.
	 */
	private static final Pattern GENERATED = Pattern
		.compile("PRIMARY|CONSTRAINT_[0-9A-F]+|SYS_C\\d+|sqlite_autoindex_.*|(?:PK|UQ|CK|FK|DF)__.*__[0-9A-F]{8,16}");

	private final @Nullable String name;

	private final @Nullable String column;

	private final Kind kind;

	private final @Nullable Reference reference;

	private MessageKeys(@Nullable String name, @Nullable String column, Kind kind, @Nullable Reference reference) {
		this.name = name;
		this.column = column;
		this.kind = kind;
		this.reference = reference;
	}

	static MessageKeys of(Kind kind, @Nullable String constraint, @Nullable String table, List<String> columns) {
		boolean known = table != null && !columns.isEmpty();
		return new MessageKeys((constraint != null) ? PREFIX + constraint : null,
				known ? PREFIX + table + "." + String.join("_", columns) + "." : null, kind, null);
	}

	/**
	 * The keys for one side of a foreign key.
	 */
	MessageKeys of(@Nullable Reference side) {
		return new MessageKeys(this.name, this.column, this.kind, side);
	}

	/**
	 * The keys of a message for this constraint alone, most specific first.
	 */
	List<String> own() {
		Set<String> keys = new LinkedHashSet<>();
		if (this.name != null && this.reference != null) {
			keys.add(this.name + "." + lower(this.reference.name()));
			keys.add(lower(this.name + "." + this.reference.name()));
		}
		if (this.name != null) {
			keys.add(this.name);
			keys.add(lower(this.name));
		}
		if (this.column != null) {
			keys.add(this.column + lower(this.kind.name()));
			keys.add(lower(this.column + this.kind.name()));
			keys.add(this.column + this.kind.name());
		}
		return new ArrayList<>(keys);
	}

	/**
	 * The keys of a message for the kind, which other constraints share.
	 */
	List<String> shared() {
		return List.of(PREFIX + lower(this.kind.name()), PREFIX + this.kind.name());
	}

	/**
	 * The key to add for a message of its own.
	 */
	String suggested() {
		boolean generated = this.name != null && GENERATED.matcher(this.name.substring(PREFIX.length())).matches();
		if (this.name != null && !(generated && this.column != null)) {
			return lower(this.name);
		}
		return lower((this.column != null) ? this.column + this.kind.name() : PREFIX + this.kind.name());
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
