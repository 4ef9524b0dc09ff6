package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ViolationAnswers}.
 */
class ViolationAnswersTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final ViolationAnswers answers = new ViolationAnswers(Resolvers.create(), Map.of(),
			new AnswerTexts(this.messages));

	@BeforeEach
	void speakFrench() {
		LocaleContextHolder.setLocale(Locale.FRENCH);
	}

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void titleIsThatOfTheApplication() {
		this.messages.addMessage("constraint.unique.title", Locale.FRENCH, "Existe déjà");
		assertThat(this.answers.find(duplicate()).title()).isEqualTo("Existe déjà");
	}

	@Test
	void titleIsEnglishWithoutOne() {
		assertThat(this.answers.find(duplicate()).title()).isEqualTo("Already in use");
	}

	@Test
	void codeIsNoTitle() {
		this.messages.setUseCodeAsDefaultMessage(true);
		assertThat(this.answers.find(duplicate()).title()).isEqualTo("Already in use");
	}

	@Test
	void answersViolationAfterOtherAttempts() {
		SQLException violation = duplicate();
		violation.addSuppressed(conflict());
		assertThat(this.answers.find(violation).status().value()).isEqualTo(409);
	}

	@Test
	void leavesOtherFailureAfterViolationAlone() {
		SQLException failure = conflict();
		failure.addSuppressed(duplicate());
		assertThat(this.answers.find(failure)).isNull();
	}

	@Test
	void leavesFailureWithoutCodeAfterViolationAlone() {
		EmptyResultDataAccessException failure = new EmptyResultDataAccessException(1);
		failure.addSuppressed(duplicate());
		assertThat(this.answers.find(failure)).isNull();
	}

	@Test
	void answersViolationThatAFailedRollbackHides() {
		TransactionSystemException failure = new TransactionSystemException("rollback", conflict());
		failure.initApplicationException(new IllegalStateException(duplicate()));
		assertThat(this.answers.find(failure).status().value()).isEqualTo(409);
	}

	private static SQLException duplicate() {
		return new SQLException("duplicate", "23505");
	}

	private static SQLException conflict() {
		return new SQLException("conflict", "40001");
	}

}
