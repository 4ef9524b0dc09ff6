package dev.resilientdb.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * What one connection's driver says to its server, as far as {@link TcpRelay} must
 * understand it. Used by one thread.
 */
interface WireProtocol {

	/**
	 * Reads the driver's next message.
	 * @param copy takes what to pass on
	 * @return the statement that the server executes because of it, null when there is
	 * none
	 */
	@Nullable Statement read(DataInputStream driver, ByteArrayOutputStream copy) throws IOException;

	/**
	 * Whether the server's bytes so far end with a complete answer.
	 */
	boolean isAnswer(byte[] bytes);

	/**
	 * A statement that is about to be executed.
	 */
	record Statement(String sql, TcpRelay.Form form) {

		boolean startsWith(String text) {
			return this.sql.regionMatches(true, 0, text, 0, text.length());
		}

	}

}
