package dev.resilientdb.sample.database;

/**
 * The server that the sample brings along, for drills that hurt it. One caller at a time.
 */
public interface DatabaseServer {

	/**
	 * Stops the server in order.
	 */
	void stop();

	/**
	 * Kills the server's processes.
	 */
	void kill();

	/**
	 * Starts the server again on the same port and data, unless it runs.
	 */
	void start();

	/**
	 * Stops the server's processes where they are: connections stay open and nobody
	 * answers.
	 */
	void suspend();

	/**
	 * Lets suspended processes go on.
	 */
	void resume();

}
