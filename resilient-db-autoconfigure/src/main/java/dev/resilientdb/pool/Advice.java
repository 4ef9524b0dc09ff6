package dev.resilientdb.pool;

import dev.resilientdb.failure.Severity;

/**
 * Something about a pool that should be set differently.
 *
 * @param id stable identifier
 * @param severity how much it matters
 * @param title one sentence
 * @param evidence the figures it rests on
 * @param action what to set
 */
public record Advice(String id, Severity severity, String title, String evidence, String action) {
}
