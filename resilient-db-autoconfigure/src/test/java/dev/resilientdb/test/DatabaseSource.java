package dev.resilientdb.test;

/**
 * Hands out fresh databases: a server, a directory or the memory of this process. Another
 * product or a container joins by implementing this.
 */
public interface DatabaseSource {

	/**
	 * Creates an empty database that belongs to an ordinary user of its own.
	 * @param name a name that was not used before: letters and digits
	 * @return the owner's login
	 */
	Login create(String name);

	/**
	 * The login that may do everything in the given database.
	 */
	Login admin(String name);

	/**
	 * Removes a database, whoever is still connected to it.
	 */
	void drop(String name);

	/**
	 * How sessions are named and ended here.
	 */
	SessionStatements sessions();

}
