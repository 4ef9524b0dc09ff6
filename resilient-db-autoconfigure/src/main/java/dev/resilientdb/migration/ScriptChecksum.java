package dev.resilientdb.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Checksums of scripts as Flyway computes them: over the lines, without their ends.
 */
final class ScriptChecksum {

	private static final List<UnaryOperator<String>> HABITS = List.of((text) -> text.replaceAll("[ \\t]+(?=\\R|$)", ""),
			(text) -> text.replaceAll("\\s+$", ""), (text) -> text + "\n", (text) -> text.replace("\t", "    "),
			(text) -> text.replace("\t", "  "), (text) -> text.replace("    ", "\t"),
			(text) -> text.replaceAll("\\R", "\r\r\n"));

	private ScriptChecksum() {
	}

	static int of(String text) {
		CRC32 crc = new CRC32();
		String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
		withoutMark.lines().forEach((line) -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
		return (int) crc.getValue();
	}

	/**
	 * The checksum of the text without any white space.
	 */
	static int ofInk(String text) {
		return of(text.replaceAll("\\s+", ""));
	}

	/**
	 * Whether the text had the given checksum before an editor or a version control
	 * touched its white space, as far as that can be found out.
	 */
	static boolean differsOnlyInSpace(String text, int checksum) {
		return HABITS.stream().anyMatch((habit) -> of(habit.apply(text)) == checksum);
	}

}
