package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ViolationMessages}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConstraintMessageTests {

	private final StaticMessageSource source = new StaticMessageSource();

	private final ViolationMessages messages = new ViolationMessages(() -> new MessageSourceMessages(this.source));

	@BeforeEach
	void speakEnglish() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
	}

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void prefersMessageOfTheConstraint() {
		this.source.addMessage("constraint.uk_users_email", Locale.ENGLISH,
				"Somebody has this e-mail address already.");
		this.source.addMessage("constraint.unique", Locale.ENGLISH, "Already there.");
		assertThat(describe(unique("uk_users_email")))
			.extracting(ConstraintViolation::message, ConstraintViolation::messageKey)
			.containsExactly("Somebody has this e-mail address already.", "constraint.uk_users_email");
	}

	@Test
	void findsNameInUpperCaseByKeyInLowerCase() {
		this.source.addMessage("constraint.uk_users_email", Locale.ENGLISH, "Taken.");
		assertThat(describe(unique("UK_USERS_EMAIL")).message()).isEqualTo("Taken.");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			CHILD_EXISTS, Somebody still has orders.
			PARENT_MISSING, There is no such customer.
			""")
	void prefersMessageOfTheSideOfForeignKey(Reference side, String message) {
		this.source.addMessage("constraint.orders_customer", Locale.ENGLISH, "Customer and orders do not fit.");
		this.source.addMessage("constraint.orders_customer.child_exists", Locale.ENGLISH, "Somebody still has orders.");
		this.source.addMessage("constraint.orders_customer.parent_missing", Locale.ENGLISH,
				"There is no such customer.");
		assertThat(describe(violation(Kind.FOREIGN_KEY, "ORDERS_CUSTOMER", List.of("customer"), side)).message())
			.isEqualTo(message);
	}

	@Test
	void fallsBackToMessageOfForeignKeyForBothSides() {
		this.source.addMessage("constraint.orders_customer", Locale.ENGLISH, "Customer and orders do not fit.");
		assertThat(
				describe(violation(Kind.FOREIGN_KEY, "orders_customer", List.of("customer"), Reference.CHILD_EXISTS)))
			.extracting(ConstraintViolation::message, ConstraintViolation::messageKey)
			.containsExactly("Customer and orders do not fit.", "constraint.orders_customer");
	}

	@Test
	void fallsBackToColumn() {
		this.source.addMessage("constraint.users.email.unique", Locale.ENGLISH, "Taken.");
		assertThat(describe(unique("uk_users_email")))
			.extracting(ConstraintViolation::message, ConstraintViolation::messageKey)
			.containsExactly("Taken.", "constraint.users.email.unique");
	}

	@Test
	void fallsBackToKind() {
		this.source.addMessage("constraint.unique", Locale.ENGLISH, "{0} exists already.");
		assertThat(describe(unique("uk_users_email")))
			.extracting(ConstraintViolation::message, ConstraintViolation::messageKey)
			.containsExactly("email exists already.", "constraint.unique");
	}

	@Test
	void takesSuggestionBesideTheMessage() {
		this.source.addMessage("constraint.uk_users_email", Locale.ENGLISH, "Taken.");
		this.source.addMessage("constraint.uk_users_email.suggestion", Locale.ENGLISH, "Did you mean to sign in?");
		assertThat(describe(unique("uk_users_email")).suggestion()).isEqualTo("Did you mean to sign in?");
	}

	@Test
	void keepsBuiltInSuggestionOfOwnMessage() {
		this.source.addMessage("constraint.uk_users_email", Locale.ENGLISH, "Taken.");
		assertThat(describe(unique("uk_users_email")).suggestion()).isEqualTo("Choose another value.");
	}

	@Test
	void speaksEnglish() {
		assertThat(describe(unique("uk_users_email")).message()).isEqualTo("The value of email is already in use.");
	}

	@Test
	void speaksGerman() {
		LocaleContextHolder.setLocale(Locale.GERMANY);
		assertThat(describe(unique("uk_users_email")))
			.extracting(ConstraintViolation::message, ConstraintViolation::suggestion)
			.containsExactly("Der Wert von email ist bereits vergeben.", "Wählen Sie einen anderen Wert.");
	}

	@Test
	void speaksEnglishToOthers() {
		LocaleContextHolder.setLocale(Locale.JAPAN);
		assertThat(describe(unique("uk_users_email")).message()).isEqualTo("The value of email is already in use.");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void hasSentenceForEveryKind(Kind kind) {
		assertThat(describe(violation(kind, null, List.of(), null)).message()).endsWith(".").doesNotContain("{");
		assertThat(describe(violation(kind, null, List.of("a"), null)).message()).endsWith(".").doesNotContain("{");
	}

	@ParameterizedTest
	@EnumSource(Reference.class)
	void hasSentenceForEverySideOfAForeignKey(Reference reference) {
		LocaleContextHolder.setLocale(Locale.GERMAN);
		ConstraintViolation violation = describe(violation(Kind.FOREIGN_KEY, "fk", List.of("a"), reference));
		assertThat(violation.message()).endsWith(".").doesNotContain("{");
		assertThat(violation.suggestion()).endsWith(".");
	}

	@Test
	void saysOnceWhichKeyToAdd(CapturedOutput output) {
		describe(unique("uk_said_once"));
		describe(unique("uk_said_once"));
		assertThat(output).containsOnlyOnce("add constraint.uk_said_once to the messages of the application");
	}

	@Test
	void saysWhichKeyToAddOfViolationThatWasDescribedBefore(CapturedOutput output) {
		describe(describe(unique("uk_described")).withMessageKey("constraint.unique"));
		assertThat(output).containsOnlyOnce("add constraint.uk_described to the messages")
			.doesNotContain("add constraint.unique");
	}

	@Test
	void saysNothingWhereThereIsAMessage(CapturedOutput output) {
		this.source.addMessage("constraint.uk_worded", Locale.ENGLISH, "Taken.");
		describe(unique("uk_worded"));
		assertThat(output).doesNotContain("uk_worded");
	}

	@Test
	void suggestsKeyOfColumnForGeneratedName() {
		assertThat(unique("PRIMARY").messageKey()).isEqualTo("constraint.users.email.unique");
		assertThat(unique("CONSTRAINT_3").messageKey()).isEqualTo("constraint.users.email.unique");
	}

	@Test
	void survivesResolverThatFails() {
		ViolationMessages failing = new ViolationMessages(() -> (violation, locale) -> {
			throw new IllegalStateException("broken");
		});
		assertThat(failing.describe(unique("uk")).message()).isEqualTo("The value of email is already in use.");
	}

	@Test
	void ignoresSourceThatAnswersWithTheKey() {
		this.source.setUseCodeAsDefaultMessage(true);
		assertThat(describe(unique("uk")).message()).isEqualTo("The value of email is already in use.");
	}

	@Test
	void keepsRowValuesOut() {
		String secret = "s3cr3t' for key 'x";
		ConstraintViolation violation = Resolvers.create()
			.resolve(new SQLException("Duplicate entry '" + secret + "' for key 'uk'", "23000", 1062));
		assertThat(violation.toString()).doesNotContain("s3cr3t");
	}

	private ConstraintViolation describe(ConstraintViolation violation) {
		return this.messages.describe(violation);
	}

	private static ConstraintViolation unique(String constraint) {
		return violation(Kind.UNIQUE, constraint, List.of("email"), null);
	}

	private static ConstraintViolation violation(Kind kind, String constraint, List<String> columns,
			Reference reference) {
		String key = MessageKeys.of(kind, constraint, "users", columns).suggested();
		return new ConstraintViolation(kind, constraint, "users", columns, List.of(), reference, null, "", null, key);
	}

}
