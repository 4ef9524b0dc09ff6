package dev.resilientdb.test;

/**
 * Decides before each JDBC call what goes wrong in it. Called by the thread that makes
 * the call.
 */
@FunctionalInterface
public interface FaultPlan {

	/**
	 * Answers {@link Fault#NONE} or a fault that strikes at the site.
	 */
	Fault next(FaultSite site);

}
