package dev.resilientdb.sample.account;

/**
 * An order to move money.
 *
 * @param id the business identity; the ledger takes it only once
 * @param from the account that is locked first and pays
 * @param to the account that is locked second and receives
 * @param amount the amount in cents
 */
public record Transfer(String id, long from, long to, long amount) {
}
