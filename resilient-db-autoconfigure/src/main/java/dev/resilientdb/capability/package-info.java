/**
 * What can this product and version do, and does the server agree? Asks {@code failure}
 * which product stands behind a data source; the products answer from {@code dialect}.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.capability;
