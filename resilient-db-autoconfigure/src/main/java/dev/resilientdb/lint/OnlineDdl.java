package dev.resilientdb.lint;

/**
 * What InnoDB does to a table for a change of its structure, from little to much.
 */
enum OnlineDdl {

	/**
	 * Metadata alone.
	 */
	INSTANT("changes nothing but metadata of table %s", "ALGORITHM=INSTANT"),

	/**
	 * Without a copy of the rows, while others write.
	 */
	IN_PLACE("leaves the rows of table %s where they are", "ALGORITHM=INPLACE, LOCK=NONE"),

	/**
	 * Writes all rows again in place, while others write.
	 */
	REBUILD("rebuilds table %s in place: others can write, but it takes time and disk space like a copy",
			"ALGORITHM=INPLACE, LOCK=NONE"),

	/**
	 * Copies all rows while others write.
	 */
	ONLINE_COPY("copies table %s: others can write unless a foreign key of it cascades, but it takes its time",
			"ALGORITHM=COPY, LOCK=NONE"),

	/**
	 * In place, while others only read.
	 */
	SHARED("keeps writers out of table %s until it ends", "ALGORITHM=INPLACE, LOCK=SHARED"),

	/**
	 * Copies all rows while others only read.
	 */
	COPY("copies table %s, and nobody can write to it until that ends", "ALGORITHM=COPY, LOCK=SHARED");

	private final String effect;

	private final String clause;

	OnlineDdl(String effect, String clause) {
		this.effect = effect;
		this.clause = clause;
	}

	/**
	 * What happens to the table, as the end of a sentence.
	 */
	String effect(SqlName table) {
		return this.effect.formatted(table.quoted());
	}

	/**
	 * What a statement says so that the server does this or less, or refuses.
	 */
	String clause() {
		return this.clause;
	}

	/**
	 * Whether others can write all the time.
	 */
	boolean letsWrite() {
		return this != SHARED && this != COPY;
	}

	/**
	 * Whether it takes the longer, the more rows there are.
	 */
	boolean readsRows() {
		return this.compareTo(IN_PLACE) > 0;
	}

	/**
	 * Whether the server refuses to do it in the stated way.
	 */
	boolean isRefused(MySqlClauses stated) {
		boolean tooMuch = switch (stated.algorithm()) {
			case "instant" -> this != INSTANT;
			case "nocopy" -> readsRows();
			case "inplace" -> this == COPY || this == ONLINE_COPY;
			default -> false;
		};
		return tooMuch || (stated.lock().equals("none") && !letsWrite());
	}

}
