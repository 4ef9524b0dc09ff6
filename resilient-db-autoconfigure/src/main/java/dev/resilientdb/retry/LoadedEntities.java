package dev.resilientdb.retry;

/**
 * What becomes of the entities that a thread's persistence context held before a retried
 * call, as with open-in-view. The rollback of a failed attempt detaches them.
 */
enum LoadedEntities {

	/**
	 * The call is not repeated: changes to detached entities would be lost.
	 */
	KEEP,

	/**
	 * The call is repeated: it does not work with these entities.
	 */
	DETACH

}
