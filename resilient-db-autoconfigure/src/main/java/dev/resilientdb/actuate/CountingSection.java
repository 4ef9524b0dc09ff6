package dev.resilientdb.actuate;

/**
 * A section that counts and can be told to begin anew.
 */
interface CountingSection extends HealthSection {

	/**
	 * Counts from zero again.
	 */
	void reset();

}
