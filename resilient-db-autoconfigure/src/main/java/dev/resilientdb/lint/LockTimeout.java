package dev.resilientdb.lint;

/**
 * Whether the session that runs the scripts gives up waiting for locks.
 */
public enum LockTimeout {

	/**
	 * It does after some time.
	 */
	SET,

	/**
	 * It waits for ever.
	 */
	NOT_SET,

	/**
	 * Nobody said.
	 */
	UNKNOWN

}
