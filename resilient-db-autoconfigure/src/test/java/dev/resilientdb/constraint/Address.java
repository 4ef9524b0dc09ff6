package dev.resilientdb.constraint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a customer lives.
 *
 * @param street a street of which each customer has its own
 */
@Embeddable
record Address(@Column(name = "street_name") String street) {
}
