package dev.resilientdb;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms and which of them may use which, as laid down in the design.
 */
class RoomTests {

	private static final JavaClasses classes = MainClasses.all();

	@ParameterizedTest
	@CsvSource(delimiter = '|', emptyValue = "",
			textBlock = """
					failure    | ''
					acquisition | failure
					dialect    | failure constraint contention migration pool capability lint
					capability | failure
					lint       | ''
					retry      | failure
					contention | failure
					constraint | failure
					circuit    | failure acquisition pool
					pool       | failure acquisition
					migration  | failure lint
					diagnosis  | failure retry contention constraint acquisition circuit pool capability lint migration
					alert      | failure retry contention constraint acquisition circuit pool capability lint migration diagnosis
					actuate    | failure retry contention constraint acquisition circuit pool capability lint migration diagnosis alert
					""")
	void roomUsesOnlyRoomsBelowIt(String room, String below) {
		noClasses().that()
			.resideInAPackage(name(room))
			.should()
			.dependOnClassesThat(otherThan(Set.of((room + " " + below).split(" "))))
			.allowEmptyShould(true)
			.check(classes);
	}

	@Test
	void dialectUsesOnlyVocabularyOfOtherRooms() {
		noClasses().that()
			.resideInAPackage(name("dialect"))
			.and()
			.areNotAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
			.should()
			.dependOnClassesThat(otherThan(Set.of("dialect")).and(DescribedPredicate.not(vocabulary())))
			.check(classes);
	}

	@Test
	void roomsAreFreeOfCycles() {
		slices().matching(MainClasses.ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
	}

	@Test
	void everyClassLivesInOneOfTheRooms() {
		assertThat(classes).extracting(JavaClass::getPackageName)
			.filteredOn((name) -> !name.equals(MainClasses.ROOT))
			.containsAnyOf(name("failure"), name("retry"))
			.isSubsetOf(name("dialect"), name("failure"), name("retry"), name("contention"), name("constraint"),
					name("acquisition"), name("pool"), name("circuit"), name("capability"), name("lint"),
					name("migration"), name("diagnosis"), name("alert"), name("actuate"));
	}

	@Test
	void onlyActuateKnowsActuator() {
		noClasses().that()
			.resideOutsideOfPackages(name("actuate"), name("pool"), name("circuit"), name("migration"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.actuate..")
			.check(classes);
	}

	@Test
	void onlyRetryKnowsSpringRetry() {
		noClasses().that()
			.resideOutsideOfPackage(name("retry"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.retry..")
			.check(classes);
	}

	private static String name(String room) {
		return MainClasses.ROOT + "." + room;
	}

	private static DescribedPredicate<JavaClass> otherThan(Set<String> rooms) {
		return resideInAPackage(MainClasses.ROOT + ".*..").and(DescribedPredicate.describe("other than " + rooms,
				(type) -> rooms.stream().noneMatch((room) -> type.getPackageName().equals(name(room)))));
	}

	private static DescribedPredicate<JavaClass> vocabulary() {
		return INTERFACES.or(ENUMS).or(RECORDS).as("vocabulary");
	}

}
