package dev.resilientdb.constraint;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Gives a violation its words: the application's own before the built-in ones. Says once
 * for each constraint without words of its own which key to add.
 */
final class ViolationMessages {

	private static final Logger logger = LoggerFactory.getLogger(ViolationMessages.class);

	private static final int MAX_MENTIONED = 1000;

	private final BuiltInMessages builtIn = new BuiltInMessages();

	private final Supplier<@Nullable ConstraintMessageResolver> own;

	private final Set<String> mentioned = ConcurrentHashMap.newKeySet();

	ViolationMessages(Supplier<@Nullable ConstraintMessageResolver> own) {
		this.own = own;
	}

	ConstraintViolation describe(ConstraintViolation violation) {
		Locale locale = LocaleContextHolder.getLocale();
		ConstraintViolation described = this.builtIn.describe(violation, locale);
		ConstraintMessage message = ask(described, locale);
		if (described.constraint() != null && (message == null || isShared(message, described))) {
			mention(described.constraint(),
					MessageKeys.of(violation.kind(), violation.constraint(), violation.table(), violation.columns())
						.suggested());
		}
		if (message == null) {
			return described;
		}
		String suggestion = (message.suggestion() != null) ? message.suggestion() : described.suggestion();
		return described.with(message.text(), suggestion).withMessageKey(message.key());
	}

	/**
	 * Whether the application has words for exactly this constraint.
	 */
	boolean hasOwn(ConstraintViolation violation) {
		ConstraintMessage message = ask(violation, LocaleContextHolder.getLocale());
		return message != null && !isShared(message, violation);
	}

	private static boolean isShared(ConstraintMessage message, ConstraintViolation violation) {
		return MessageKeys.of(violation.kind(), null, null, violation.columns()).shared().contains(message.key());
	}

	// Foreign code: whatever it throws must not replace the database's failure
	private @Nullable ConstraintMessage ask(ConstraintViolation violation, Locale locale) {
		try {
			ConstraintMessageResolver resolver = this.own.get();
			return (resolver != null) ? resolver.resolveMessage(violation, locale) : null;
		}
		catch (RuntimeException ex) {
			logger.warn("Message of constraint {} cannot be resolved: {}", violation.constraint(),
					ex.getClass().getName());
			logger.debug("Message cannot be resolved", ex);
			return null;
		}
	}

	private void mention(String constraint, String key) {
		if (this.mentioned.size() < MAX_MENTIONED && this.mentioned.add(key)) {
			logger.info("Constraint {} has no message of its own: add {} to the messages of the application",
					constraint, key);
		}
	}

}
