package dev.resilientdb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the house style asks of every class and a compiler does not see.
 */
class HouseStyleTests {

	private static final JavaClasses classes = MainClasses.all();

	@Test
	void packagesHaveNamesThatAUserWouldSay() {
		check(noClasses().should()
			.resideInAnyPackage("..util..", "..common..", "..impl..", "..internal..", "..model..", "..service.."));
	}

	@Test
	void typesAreNamedAfterTheirRole() {
		check(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Data|Info|Wrapper|Base)(\\$.*)?"));
	}

	@Test
	void everyPackageIsNullMarked() {
		JavaPackage root = classes.getPackage(MainClasses.ROOT);
		assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream()))
			.allSatisfy((room) -> assertThat(room.isAnnotatedWith(NullMarked.class)).as(room.getName()).isTrue());
	}

	@Test
	void dialectsAreNotPublic() {
		check(classes().that()
			.resideInAPackage(MainClasses.ROOT + ".dialect")
			.and()
			.arePublic()
			.should()
			.beAnnotatedWith(AutoConfiguration.class));
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		check(classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration"));
	}

	@Test
	void autoConfigurationsHaveNoPublicMembers() {
		check(methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic());
		check(fields().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic());
	}

	@Test
	void onlyAutoConfigurationsKnowConditions() {
		check(noClasses().that()
			.haveNameNotMatching(".*(AutoConfiguration(\\$.*)?|RoomCondition|ConditionalOnRoom)")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.autoconfigure.condition.."));
	}

	@Test
	void optionalIsNeitherFieldNorParameter() {
		check(noFields().should().haveRawType(Optional.class));
		check(noCodeUnits().should().haveRawParameterTypes(anOptional()));
	}

	@Test
	void staticStateIsFinal() {
		check(fields().that().areStatic().should().beFinal());
	}

	@Test
	void nothingIsPrinted() {
		check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(classes);
	}

	private static DescribedPredicate<List<JavaClass>> anOptional() {
		return DescribedPredicate.describe("an Optional",
				(types) -> types.stream().anyMatch((type) -> type.isEquivalentTo(Optional.class)));
	}

}
