/**
 * Who buys?
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.customer;
