/**
 * Which database does a test run on? Real ones, started without Docker. Depends on no
 * room.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.test;
