package dev.resilientdb.pool;

/**
 * A place in the application's code.
 *
 * @param method with package and class
 */
record Spot(String method, int line) {
}
