/**
 * Entities for tests of values that Hibernate requires, where no other test's scan finds
 * them.
 */
package dev.resilientdb.parcel;
