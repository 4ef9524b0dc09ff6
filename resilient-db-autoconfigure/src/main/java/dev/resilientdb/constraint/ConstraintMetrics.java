package dev.resilientdb.constraint;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts violations as {@code resilientdb.constraint.violations}. After a number of
 * constraints all further ones share a tag, as a trigger may make up names.
 */
final class ConstraintMetrics implements ViolationListener {

	private static final int MAX_CONSTRAINTS = 200;

	private final MeterRegistry registry;

	private final Set<String> constraints = ConcurrentHashMap.newKeySet();

	ConstraintMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onViolation(ObservedViolation observed) {
		ConstraintViolation violation = observed.violation();
		Counter.builder("resilientdb.constraint.violations")
			.description("Violated constraints, each violation once.")
			.tag("kind", violation.kind().name())
			.tag("constraint", tag(violation.constraint()))
			.register(this.registry)
			.increment();
	}

	private String tag(@Nullable String constraint) {
		if (constraint == null) {
			return "unknown";
		}
		boolean known = this.constraints.contains(constraint)
				|| (this.constraints.size() < MAX_CONSTRAINTS && this.constraints.add(constraint));
		return known ? constraint : "other";
	}

}
