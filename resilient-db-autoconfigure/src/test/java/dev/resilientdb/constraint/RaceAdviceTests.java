package dev.resilientdb.constraint;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ObservedViolation.Course;
import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RaceAdvice}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RaceAdviceTests {

	private static final String SENTENCE = "was violated in Users.register although the same transaction had looked";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class,
				ConstraintAutoConfiguration.class));

	@Test
	void mentionsRaceOfAKeyOnce(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			RaceAdvice advice = context.getBean(RaceAdvice.class);
			advice.onViolation(observed("uk_email", Course.RACE));
			advice.onViolation(observed("uk_email", Course.RACE));
			assertThat(output).containsOnlyOnce("uk_email " + SENTENCE).contains("use an upsert");
		});
	}

	@Test
	void mentionsEachKey(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			RaceAdvice advice = context.getBean(RaceAdvice.class);
			advice.onViolation(observed("uk_email", Course.RACE));
			advice.onViolation(observed(null, Course.RACE));
			assertThat(output).contains("uk_email " + SENTENCE, "A unique key of users " + SENTENCE);
		});
	}

	@Test
	void keepsQuietAboutOtherViolations(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			context.getBean(RaceAdvice.class).onViolation(observed("uk_email", Course.UNKNOWN));
			assertThat(output).doesNotContain(SENTENCE);
		});
	}

	private static ObservedViolation observed(String constraint, Course course) {
		FailureEvent event = new FailureEvent(Instant.EPOCH, "main", "Users.register",
				new DatabaseFailure(FailureKind.UNIQUE_VIOLATION, "H2", "23505", 0, new IllegalStateException()));
		return new ObservedViolation(event, new ConstraintViolation(Kind.UNIQUE, constraint, "users", List.of("email"),
				List.of(), null, null, "", null, ""), course);
	}

}
