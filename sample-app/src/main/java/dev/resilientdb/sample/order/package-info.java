/**
 * What is sold, and how much of it is left?
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.order;
