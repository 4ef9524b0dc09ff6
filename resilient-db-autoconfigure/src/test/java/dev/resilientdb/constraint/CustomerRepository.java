package dev.resilientdb.constraint;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * Customers.
 */
interface CustomerRepository extends JpaRepository<Customer, Integer> {

	boolean existsByEmail(String email);

}
