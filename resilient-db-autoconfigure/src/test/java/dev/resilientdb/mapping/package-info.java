/**
 * Entities for tests of mappings, where no other test's scan finds them.
 */
package dev.resilientdb.mapping;
