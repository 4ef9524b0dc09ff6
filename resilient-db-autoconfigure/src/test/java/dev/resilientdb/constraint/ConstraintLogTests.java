package dev.resilientdb.constraint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.resilientdb.constraint.ConstraintLog.Entry;
import dev.resilientdb.constraint.ConstraintLog.Trend;
import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ObservedViolation.Course;
import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ConstraintLog} and {@link ConstraintMetrics}.
 */
class ConstraintLogTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	private final ConstraintLog log = new ConstraintLog(this.now::get);

	@Test
	void countsByConstraint() {
		violate(3, "uk_email");
		violate(1, "uk_name");
		assertThat(this.log.summary().total()).isEqualTo(4);
		assertThat(this.log.summary().byKind()).containsEntry(Kind.UNIQUE, 4L);
		assertThat(this.log.summary().constraints()).extracting(Entry::constraint)
			.containsExactly("uk_email", "uk_name");
	}

	@Test
	void tellsDataSourcesApart() {
		violate(1, "uk_email");
		assertThat(this.log.summary("main").total()).isOne();
		assertThat(this.log.summary("other").total()).isZero();
	}

	@Test
	void remembersWhenItWasLastSeen() {
		violate(1, "uk_email");
		assertThat(this.log.summary().constraints()).extracting(Entry::lastSeen).containsExactly(this.now.get());
	}

	@Test
	void seesSpike() {
		violate(5, "uk_email");
		pass(Duration.ofMinutes(10));
		violate(12, "uk_email");
		assertThat(this.log.summary().constraints()).extracting(Entry::trend).containsExactly(Trend.SPIKE);
	}

	@Test
	void takesFewViolationsForUsual() {
		violate(9, "uk_email");
		assertThat(this.log.summary().constraints()).extracting(Entry::trend).containsExactly(Trend.USUAL);
	}

	@Test
	void takesWhatHappenedAllTheTimeForUsual() {
		IntStream.range(0, 50).forEach((minute) -> {
			violate(12, "uk_email");
			pass(Duration.ofMinutes(1));
		});
		violate(12, "uk_email");
		assertThat(this.log.summary().constraints()).extracting(Entry::trend).containsExactly(Trend.USUAL);
	}

	@Test
	void countsRaces() {
		violate(2, "uk_email");
		this.log.add(observed("uk_email", Course.RACE));
		assertThat(this.log.summary().constraints()).extracting(Entry::count, Entry::races)
			.containsExactly(tuple(3L, 1L));
	}

	@Test
	void isBounded() {
		IntStream.range(0, 3000).forEach((number) -> violate(1, "uk_" + number));
		assertThat(this.log.summary().total()).isEqualTo(3000);
		assertThat(this.log.summary().constraints()).hasSizeLessThanOrEqualTo(1001);
	}

	@Test
	void forgets() {
		violate(1, "uk_email");
		this.log.reset();
		assertThat(this.log.summary().total()).isZero();
	}

	@Test
	void countsInMetersWithBoundedTags() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		ConstraintMetrics metrics = new ConstraintMetrics(registry);
		IntStream.range(0, 3000).forEach((number) -> metrics.onViolation(observed("uk_" + number, Course.UNKNOWN)));
		assertThat(registry.get("resilientdb.constraint.violations").tag("constraint", "uk_7").counter().count())
			.isOne();
		assertThat(registry.get("resilientdb.constraint.violations").tag("constraint", "other").counter().count())
			.isEqualTo(2800);
		assertThat(registry.getMeters()).hasSize(201);
	}

	private void violate(int times, String constraint) {
		IntStream.range(0, times).forEach((time) -> this.log.add(observed(constraint, Course.UNKNOWN)));
	}

	private void pass(Duration time) {
		this.now.set(this.now.get().plus(time));
	}

	private ObservedViolation observed(String constraint, Course course) {
		return new ObservedViolation(event(), violation(constraint), course);
	}

	private FailureEvent event() {
		return new FailureEvent(this.now.get(), "main", "Users.register",
				new DatabaseFailure(FailureKind.UNIQUE_VIOLATION, "H2", "23505", 0, new IllegalStateException()));
	}

	private static ConstraintViolation violation(String constraint) {
		return new ConstraintViolation(Kind.UNIQUE, constraint, "users", List.of(), List.of(), null, null, "", null,
				"");
	}

}
