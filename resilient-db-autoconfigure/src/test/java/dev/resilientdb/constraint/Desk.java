package dev.resilientdb.constraint;

import jakarta.persistence.EntityManager;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that lets the database decide.
 */
@RestController
@EntityScan(basePackageClasses = Customer.class)
class Desk {

	private final JdbcTemplate jdbc;

	private final EntityManager entities;

	private final TransactionTemplate transactions;

	Desk(JdbcTemplate jdbc, EntityManager entities, PlatformTransactionManager transactionManager) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.transactions = new TransactionTemplate(transactionManager);
	}

	@PostMapping("/statements")
	String execute(@RequestBody String sql) {
		this.jdbc.execute(sql);
		return "done";
	}

	@PostMapping("/transactions")
	String executeInTransaction(@RequestBody String sql) {
		this.transactions.executeWithoutResult((status) -> this.entities.createNativeQuery(sql).executeUpdate());
		return "done";
	}

	@PostMapping("/customers/{id}")
	String register(@PathVariable int id, @RequestBody String email) {
		this.transactions.executeWithoutResult((status) -> this.entities.persist(new Customer(id, email)));
		return "done";
	}

}
