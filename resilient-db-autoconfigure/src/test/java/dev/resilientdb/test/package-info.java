/**
 * Which database does a test run on? Real ones: embedded, and in containers where Docker
 * answers. Depends on no room.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.test;
