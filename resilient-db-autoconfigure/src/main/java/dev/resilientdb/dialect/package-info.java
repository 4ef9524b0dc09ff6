/**
 * What does this product do differently? One class a product: its failure codes, how to
 * recognise it. Depends on the vocabulary of {@code failure}; no room depends on it.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.dialect;
