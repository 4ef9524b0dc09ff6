package dev.resilientdb.actuate;

import dev.resilientdb.failure.Severity;

/**
 * Something an operator or a developer should change.
 *
 * @param id stable identifier
 * @param severity how much it matters
 * @param title one sentence
 * @param evidence the figures it rests on
 * @param action what to change
 */
record Recommendation(String id, Severity severity, String title, String evidence, String action) {
}
