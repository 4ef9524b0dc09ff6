package dev.resilientdb.constraint;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatusCode;

/**
 * Turns exceptions that leave a controller into answers, in the language of the request.
 */
final class ViolationAnswers {

	private static final Logger logger = LoggerFactory.getLogger(ViolationAnswers.class);

	private final ConstraintViolationResolver resolver;

	private final Map<AnsweredRule, Integer> status;

	private final AnswerTexts texts;

	ViolationAnswers(ConstraintViolationResolver resolver, Map<AnsweredRule, Integer> status, AnswerTexts texts) {
		this.resolver = resolver;
		this.status = status;
		this.texts = texts;
	}

	/**
	 * Finds the answer. May wait for the database's catalogue.
	 * @return null when the exception is left to others
	 */
	@Nullable ViolationAnswer find(Throwable thrown) {
		Throwable failure = AnsweredExceptions.find(thrown);
		ConstraintViolation violation = (failure != null) ? this.resolver.resolve(failure) : null;
		return (violation != null) ? answer(violation, thrown) : null;
	}

	private ViolationAnswer answer(ConstraintViolation violation, Throwable thrown) {
		HttpStatusCode code = HttpStatusCode.valueOf(AnsweredRule.status(violation, this.status));
		if (code.is5xxServerError()) {
			logger.error("{} {} on {} {} was violated, which is a fault by resilient-db.constraint.status: {}",
					violation.kind(), violation.constraint(), violation.table(), violation.columns(),
					thrown.getClass().getName());
			logger.debug("Constraint was violated", thrown);
			return new ViolationAnswer(code, this.texts.faultTitle(), this.texts.fault(), null);
		}
		return new ViolationAnswer(code, this.texts.title(violation), violation.message(), violation);
	}

}
