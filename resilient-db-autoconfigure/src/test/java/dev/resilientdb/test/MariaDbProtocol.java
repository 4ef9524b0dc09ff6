package dev.resilientdb.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Packets of MariaDB's protocol without encryption. Connector/J 3.5 always sends COMMIT
 * as text.
 */
final class MariaDbProtocol implements WireProtocol {

	private static final int HEADER = 4;

	private static final int QUERY = 3;

	@Override
	public @Nullable Statement read(DataInputStream driver, ByteArrayOutputStream copy) throws IOException {
		byte[] header = new byte[HEADER];
		driver.readFully(header);
		int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
		byte[] body = driver.readNBytes(length);
		copy.writeBytes(header);
		copy.writeBytes(body);
		boolean query = length > 0 && body[0] == QUERY;
		return query ? new Statement(new String(body, 1, length - 1, StandardCharsets.UTF_8), TcpRelay.Form.TEXT)
				: null;
	}

	@Override
	public boolean isAnswer(byte[] bytes) {
		return bytes.length > HEADER;
	}

}
