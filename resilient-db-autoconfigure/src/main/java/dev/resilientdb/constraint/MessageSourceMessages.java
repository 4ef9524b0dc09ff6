package dev.resilientdb.constraint;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/**
 * Asks the application's {@link MessageSource} for the keys of a constraint, and for the
 * same keys with {@code .suggestion}. Arguments are the field's label, the constraint and
 * the table.
 */
final class MessageSourceMessages implements ConstraintMessageResolver {

	private final MessageSource messages;

	MessageSourceMessages(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public @Nullable ConstraintMessage resolveMessage(ConstraintViolation violation, Locale locale) {
		MessageKeys keys = MessageKeys
			.of(violation.kind(), violation.constraint(), violation.table(), violation.columns())
			.of(violation.reference());
		Object[] arguments = { FieldLabel.of(violation), String.valueOf(violation.constraint()),
				String.valueOf(violation.table()) };
		ConstraintMessage own = find(keys.own(), arguments, locale);
		return (own != null) ? own : find(keys.shared(), arguments, locale);
	}

	private @Nullable ConstraintMessage find(List<String> keys, Object[] arguments, Locale locale) {
		for (String key : keys) {
			String text = text(key, arguments, locale);
			if (text != null) {
				return new ConstraintMessage(text, text(key + ".suggestion", arguments, locale), key);
			}
		}
		return null;
	}

	private @Nullable String text(String key, Object[] arguments, Locale locale) {
		try {
			String text = this.messages.getMessage(key, arguments, null, locale);
			// A source may be told to answer with the key
			return key.equals(text) ? null : text;
		}
		catch (NoSuchMessageException ex) {
			return null;
		}
	}

}
