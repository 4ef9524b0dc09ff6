package dev.resilientdb.constraint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Sentences for every kind in English and German. Other languages get English.
 */
final class BuiltInMessages {

	static final String BUNDLE = "dev.resilientdb.constraint.messages";

	private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

	BuiltInMessages() {
		this.bundle.setBasename(BUNDLE);
		this.bundle.setBundleClassLoader(BuiltInMessages.class.getClassLoader());
		this.bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.bundle.setFallbackToSystemLocale(false);
	}

	ConstraintViolation describe(ConstraintViolation violation, Locale locale) {
		String label = FieldLabel.of(violation);
		String key = key(violation) + (label.isEmpty() ? ".row" : "");
		String text = text(key, label, locale);
		return violation.with((text != null) ? text : key, text(key + ".suggestion", label, locale));
	}

	static String key(ConstraintViolation violation) {
		String kind = violation.kind().name().toLowerCase(Locale.ROOT);
		return (violation.reference() != null) ? kind + "." + violation.reference().name().toLowerCase(Locale.ROOT)
				: kind;
	}

	String text(String key, Locale locale) {
		return this.bundle.getMessage(key, null, locale);
	}

	private @Nullable String text(String key, String label, Locale locale) {
		return this.bundle.getMessage(key, new Object[] { label }, null, locale);
	}

}
