package dev.resilientdb.sample.customer;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.sample.RefusedException;

@RestController
class CustomerController {

	private final CustomerRepository customers;

	CustomerController(CustomerRepository customers) {
		this.customers = customers;
	}

	@PostMapping("/customers")
	ResponseEntity<Entry> register(@Valid @RequestBody Registration registration) {
		Customer customer = this.customers.save(new Customer(registration.name(), registration.email()));
		return ResponseEntity.created(URI.create("/customers/" + customer.id())).body(Entry.of(customer));
	}

	@GetMapping("/customers")
	List<Entry> customers() {
		return this.customers.findTop100ByOrderByIdDesc().stream().map(Entry::of).toList();
	}

	@GetMapping("/customers/{id}")
	Entry customer(@PathVariable long id) {
		return Entry.of(known(id));
	}

	@DeleteMapping("/customers/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable long id) {
		this.customers.delete(known(id));
	}

	private Customer known(long id) {
		return this.customers.findById(id).orElseThrow(() -> RefusedException.unknown("customer", id));
	}

	// Lengths are the database's to check: what it answers is part of the show
	record Registration(@NotBlank String name, @NotBlank @Email String email) {
	}

	record Entry(long id, String name, String email) {

		static Entry of(Customer customer) {
			return new Entry(customer.id(), customer.name(), customer.email());
		}

	}

}
