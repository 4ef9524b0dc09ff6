package dev.resilientdb.constraint;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The words of an answer that are not those of a violation: the application's own before
 * the built-in ones.
 */
final class AnswerTexts {

	private final BuiltInMessages builtIn = new BuiltInMessages();

	private final MessageSource messages;

	AnswerTexts(MessageSource messages) {
		this.messages = messages;
	}

	String title(ConstraintViolation violation) {
		return text(BuiltInMessages.key(violation) + ".title");
	}

	String faultTitle() {
		return text("fault.title");
	}

	String fault() {
		return text("fault");
	}

	private String text(String key) {
		Locale locale = LocaleContextHolder.getLocale();
		String code = "constraint." + key;
		String own = this.messages.getMessage(code, null, "", locale);
		// A source may be told to answer with the key
		if (own == null || own.isEmpty() || own.equals(code)) {
			return this.builtIn.text(key, locale);
		}
		return own;
	}

}
