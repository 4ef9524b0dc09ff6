package dev.resilientdb;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every scenario of docs/scenarios.md has tests, which carry its number as a JUnit tag:
 * {@code mvn test -Dgroups=scenario-05} runs them.
 */
class ScenarioTests {

	private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\|(.*)\\|$", Pattern.MULTILINE);

	private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

	private final Map<String, Set<String>> tests = testsByTag();

	@Test
	void everyScenarioHasTests() {
		assertThat(this.tests.keySet())
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 32).mapToObj("scenario-%02d"::formatted).toList());
	}

	@Test
	void pageNamesTheTestsOfEachScenario() throws IOException {
		assertThat(testsByRow()).isEqualTo(this.tests);
	}

	private static Map<String, Set<String>> testsByRow() throws IOException {
		return ROW.matcher(Files.readString(Path.of("../docs/scenarios.md")))
			.results()
			.filter((row) -> CLASS.matcher(row.group(2)).find())
			.collect(Collectors.toMap((row) -> "scenario-%02d".formatted(Integer.parseInt(row.group(1))),
					(row) -> CLASS.matcher(row.group(2))
						.results()
						.map((MatchResult name) -> name.group(1))
						.collect(Collectors.toCollection(TreeSet::new))));
	}

	private static Map<String, Set<String>> testsByTag() {
		Map<String, Set<String>> tests = new TreeMap<>();
		new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
			.importPackages(MainClasses.ROOT)
			.forEach((type) -> tags(type)
				.forEach((tag) -> tests.computeIfAbsent(tag, (missing) -> new TreeSet<>()).add(type.getSimpleName())));
		return tests;
	}

	// Declared ones: a contract stands for its subclasses
	private static Stream<String> tags(JavaClass type) {
		Stream<AnnotatedElement> elements = Stream.concat(Stream.of(type.reflect()),
				type.getMethods().stream().map(JavaMethod::reflect));
		return elements.flatMap((element) -> Stream.of(element.getDeclaredAnnotationsByType(Tag.class)))
			.map(Tag::value)
			.filter((tag) -> tag.startsWith("scenario"));
	}

}
