package dev.resilientdb.circuit;

import javax.sql.DataSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Paths with and without the database.
 */
@RestController
class MvcReports {

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	MvcReports(DataSource dataSource, PlatformTransactionManager manager) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = new TransactionTemplate(manager);
	}

	@GetMapping("/reports/today")
	String report() {
		return "report";
	}

	@GetMapping("/exports/{year}")
	String export() {
		return "export";
	}

	@GetMapping("/static")
	String page() {
		return "page";
	}

	@GetMapping("/orders")
	String orders() {
		return this.jdbc.queryForObject("select 'orders'", String.class);
	}

	@GetMapping("/transaction")
	String inside() {
		return this.transaction.execute((status) -> "done");
	}

	@GetMapping("/wrapped")
	String wrapped() {
		return wrap();
	}

	@GetMapping("/handled")
	ResponseEntity<String> handled() {
		return handle();
	}

	private String wrap() {
		try {
			return this.jdbc.queryForObject("select 'orders'", String.class);
		}
		catch (DatabaseUnavailableException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ResponseEntity<String> handle() {
		try {
			return ResponseEntity.ok(this.jdbc.queryForObject("select 'orders'", String.class));
		}
		catch (DatabaseUnavailableException ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
	}

}
