/**
 * What does this product do differently? One class a product: its failure codes, how to
 * recognise it, how its driver and catalogue name constraints, where its server tells its
 * limits, what it can do. Depends on the vocabulary of {@code failure},
 * {@code constraint}, {@code pool} and {@code capability}; no room depends on it.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.dialect;
