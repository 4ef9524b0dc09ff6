/**
 * Does this script lock or break a live system? Reads scripts alone: needs no database,
 * no Spring and no other room.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.lint;
