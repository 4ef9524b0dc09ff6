package dev.resilientdb.circuit;

import javax.sql.DataSource;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
class WebFluxReports {

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	WebFluxReports(DataSource dataSource, PlatformTransactionManager manager) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = new TransactionTemplate(manager);
	}

	@GetMapping("/reports/today")
	Mono<String> report() {
		return Mono.fromCallable(() -> "report").subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/exports/{year}")
	Mono<String> export() {
		return Mono.fromCallable(() -> "export").subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/static")
	Mono<String> page() {
		return Mono.fromCallable(() -> "page").subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/orders")
	Mono<String> orders() {
		return Mono.fromCallable(() -> this.jdbc.queryForObject("select 'orders'", String.class))
			.subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/transaction")
	Mono<String> inside() {
		return Mono.fromCallable(() -> this.transaction.execute((status) -> "done"))
			.subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/wrapped")
	Mono<String> wrapped() {
		return Mono.fromCallable(() -> wrap()).subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/handled")
	Mono<ResponseEntity<String>> handled() {
		return Mono.fromCallable(() -> handle()).subscribeOn(Schedulers.boundedElastic());
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
