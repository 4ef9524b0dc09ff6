package dev.resilientdb.lint;

/**
 * What a statement changes, as far as rules need it.
 */
interface Change {

	static Change of(SqlStatement statement) {
		return new Other();
	}

	/**
	 * Nothing that rules know by structure.
	 */
	record Other() implements Change {
	}

}
