package dev.resilientdb.sample.customer;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface CustomerRepository extends ListCrudRepository<Customer, Long> {

	List<Customer> findTop100ByOrderByIdDesc();

}
