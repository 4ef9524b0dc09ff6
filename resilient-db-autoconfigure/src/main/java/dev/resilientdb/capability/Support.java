package dev.resilientdb.capability;

/**
 * How far a server supports a {@link Capability}.
 */
public enum Support {

	/**
	 * It does.
	 */
	YES,

	/**
	 * It does under a condition or in part, which a note tells.
	 */
	PARTIAL,

	/**
	 * It does not.
	 */
	NO,

	/**
	 * Nobody said so far: the server was not asked yet, or the product is not known.
	 */
	UNKNOWN

}
