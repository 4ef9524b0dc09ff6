package dev.resilientdb.lint;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Reads a script together with Flyway's settings for it, which lie beside it in a file
 * that ends with {@code .conf}.
 */
final class ScriptReader {

	private ScriptReader() {
	}

	static Script read(Path file, String path, Charset encoding) throws IOException {
		Properties settings = settings(file);
		String name = file.getFileName().toString();
		String text = text(Files.readAllBytes(file), path, charset(settings, encoding, path));
		return new Script(name, ScriptFile.versionOf(name), text, transaction(settings));
	}

	private static Properties settings(Path file) throws IOException {
		Properties settings = new Properties();
		Path conf = file.resolveSibling(file.getFileName() + ".conf");
		if (Files.exists(conf)) {
			settings.load(new StringReader(Files.readString(conf).replace("\\", "\\\\")));
		}
		return settings;
	}

	private static TransactionUse transaction(Properties settings) {
		String use = settings.getProperty("executeInTransaction");
		if (use == null) {
			return TransactionUse.AUTOMATIC;
		}
		return Boolean.parseBoolean(use.strip()) ? TransactionUse.ALWAYS : TransactionUse.NEVER;
	}

	private static Charset charset(Properties settings, Charset encoding, String path) {
		String name = settings.getProperty("encoding");
		try {
			return (name != null) ? Charset.forName(name.strip()) : encoding;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw new IllegalArgumentException(path + ".conf names the unknown encoding " + name, ex);
		}
	}

	private static String text(byte[] bytes, String path, Charset encoding) {
		Charset charset = encoding;
		if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
			charset = StandardCharsets.UTF_16;
		}
		else if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
			charset = StandardCharsets.UTF_8;
		}
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException(path + " is not written in " + charset + ": name its encoding", ex);
		}
	}

	private static boolean startsWith(byte[] bytes, int... mark) {
		for (int i = 0; i < mark.length; i++) {
			if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}

}
