package dev.resilientdb.proof;

/**
 * Moves money from one account to another, once.
 *
 * @param id unique in its history
 * @param from account that pays
 * @param to account that gets
 * @param amount how much
 */
record Order(int id, int from, int to, int amount) {
}
