/**
 * Is another transaction worth it? Annotation, advice, template, deadline and the outcome
 * of commits. Depends on {@code failure}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.retry;
