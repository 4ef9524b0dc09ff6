/**
 * Who has how much money, and how does it move? Amounts are in cents.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.account;
