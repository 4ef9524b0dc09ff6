package dev.resilientdb.capability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A script that a server passes only when it has a capability.
 *
 * @param capability what it shows
 * @param support how far it shows it
 * @param steps what to do, one after the other
 */
record Proof(Capability capability, Support support, List<String> steps) {

	private static final List<Proof> ALL = read();

	static Stream<Proof> of(Capability capability, Support support) {
		return ALL.stream().filter((proof) -> proof.capability == capability && proof.support == support);
	}

	private static List<Proof> read() {
		try {
			return new ClassPathResource("proofs.txt", Proof.class).getContentAsString(UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Proof::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Proof parse(String line) {
		String[] cells = line.split(" ", 3);
		return new Proof(Capability.valueOf(cells[0]), Support.valueOf(cells[1]), List.of(cells[2].split("; ")));
	}

}
