package dev.resilientdb.constraint;

import java.util.Map;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ConstraintViolation.Reference;

/**
 * The sorts of rules that have an HTTP status of their own: all kinds, and both sides of
 * a foreign key.
 */
enum AnsweredRule {

	UNIQUE(409), FOREIGN_KEY(422), PARENT_MISSING(422), CHILD_EXISTS(409), NOT_NULL(422), CHECK(422), EXCLUSION(409),
	LENGTH(422), RANGE(422), FORMAT(422);

	private final int status;

	AnsweredRule(int status) {
		this.status = status;
	}

	/**
	 * The status of a violation: what is set for the side of a foreign key, then what is
	 * set for the kind, then the default.
	 */
	static int status(ConstraintViolation violation, Map<AnsweredRule, Integer> settings) {
		AnsweredRule kind = of(violation.kind());
		AnsweredRule rule = (violation.reference() != null) ? of(violation.reference()) : kind;
		Integer set = settings.getOrDefault(rule, settings.get(kind));
		return (set != null) ? set : rule.status;
	}

	private static AnsweredRule of(Kind kind) {
		return switch (kind) {
			case UNIQUE -> UNIQUE;
			case FOREIGN_KEY -> FOREIGN_KEY;
			case NOT_NULL -> NOT_NULL;
			case CHECK -> CHECK;
			case EXCLUSION -> EXCLUSION;
			case LENGTH -> LENGTH;
			case RANGE -> RANGE;
			case FORMAT -> FORMAT;
		};
	}

	private static AnsweredRule of(Reference reference) {
		return switch (reference) {
			case PARENT_MISSING -> PARENT_MISSING;
			case CHILD_EXISTS -> CHILD_EXISTS;
		};
	}

}
