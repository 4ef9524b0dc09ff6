package dev.resilientdb.sample.customer;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

	@GetMapping("/customers/{id}")
	Entry customer(@PathVariable long id) {
		return this.customers.findById(id).map(Entry::of).orElseThrow(() -> RefusedException.unknown("customer", id));
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
