package dev.resilientdb.test;

/**
 * A server that a test has for itself, to stop, kill and start it again on the same port
 * with its data.
 */
public interface DatabaseServer extends DatabaseSource, AutoCloseable {

	/**
	 * Shuts the server down in order; its sessions are told.
	 */
	void stop();

	/**
	 * Ends the server's processes as a crash would; its sessions are told nothing.
	 */
	void kill();

	/**
	 * Has the server's processes stand still: connections stay open and nothing answers.
	 */
	void suspend();

	/**
	 * Lets a suspended server go on.
	 */
	void resume();

	/**
	 * Starts the stopped or killed server again.
	 */
	void restart();

	/**
	 * Stops the server for good.
	 */
	@Override
	void close();

}
