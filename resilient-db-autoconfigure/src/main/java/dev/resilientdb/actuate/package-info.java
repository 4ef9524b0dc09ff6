/**
 * What can an operator see and do? The endpoints. Sits on top of the other rooms.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.actuate;
