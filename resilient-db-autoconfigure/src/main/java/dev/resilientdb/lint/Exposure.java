package dev.resilientdb.lint;

/**
 * Who suffers from a risk, which decides when it is lowered. What a run created itself is
 * exempt from all but {@link #SCRIPT}.
 */
enum Exposure {

	/**
	 * Takes the longer, the more rows the table has: little on a small one.
	 */
	ROWS,

	/**
	 * Breaks programs that still use what is gone: little only on an empty table.
	 */
	CLIENTS,

	/**
	 * Is about the script itself, whatever it works on.
	 */
	SCRIPT

}
