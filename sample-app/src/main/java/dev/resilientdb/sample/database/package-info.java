/**
 * Which database does the sample run on?
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.sample.database;
