package dev.resilientdb.constraint;

import org.jspecify.annotations.Nullable;

/**
 * What the user is told about a broken rule.
 *
 * @param text a sentence
 * @param suggestion what the user can do about it, null when there is nothing to suggest
 * @param key the key under which the sentence was found
 */
public record ConstraintMessage(String text, @Nullable String suggestion, String key) {
}
