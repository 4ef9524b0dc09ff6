package dev.resilientdb.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Frames of PostgreSQL's protocol 3 without encryption. pgjdbc 42.7 parses COMMIT with
 * its text at first, and binds it by the name of a prepared statement from the sixth time
 * on.
 */
final class PostgresProtocol implements WireProtocol {

	private static final int LENGTH = Integer.BYTES;

	private static final int PROTOCOL_3 = 3;

	private final Map<String, String> parsed = new HashMap<>();

	private boolean started;

	private boolean parsedNow;

	@Override
	public @Nullable Statement read(DataInputStream driver, ByteArrayOutputStream copy) throws IOException {
		if (!this.started) {
			byte[] greeting = body(driver, copy);
			// Questions about encryption, which these servers refuse, come before
			this.started = ByteBuffer.wrap(greeting).getShort() == PROTOCOL_3;
			return null;
		}
		byte type = driver.readByte();
		copy.write(type);
		return statement((char) type, ByteBuffer.wrap(body(driver, copy)));
	}

	private static byte[] body(DataInputStream driver, ByteArrayOutputStream copy) throws IOException {
		int length = driver.readInt();
		byte[] body = driver.readNBytes(length - LENGTH);
		copy.writeBytes(ByteBuffer.allocate(LENGTH).putInt(length).array());
		copy.writeBytes(body);
		return body;
	}

	private @Nullable Statement statement(char type, ByteBuffer body) {
		switch (type) {
			case 'Q' -> {
				return new Statement(text(body), TcpRelay.Form.TEXT);
			}
			case 'P' -> {
				this.parsed.put(text(body), text(body));
				this.parsedNow = true;
			}
			case 'B' -> {
				text(body);
				return new Statement(this.parsed.getOrDefault(text(body), ""),
						this.parsedNow ? TcpRelay.Form.TEXT : TcpRelay.Form.PREPARED);
			}
			case 'S' -> this.parsedNow = false;
			default -> {
			}
		}
		return null;
	}

	private static String text(ByteBuffer body) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		for (byte next = body.get(); next != 0; next = body.get()) {
			text.write(next);
		}
		return text.toString(StandardCharsets.UTF_8);
	}

	// ReadyForQuery
	@Override
	public boolean isAnswer(byte[] bytes) {
		int start = bytes.length - 1 - LENGTH - 1;
		return start >= 0 && bytes[start] == 'Z' && ByteBuffer.wrap(bytes).getInt(start + 1) == LENGTH + 1;
	}

}
