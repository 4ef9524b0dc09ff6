package dev.resilientdb.constraint;

import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The desk of an application that lets JDBC block elsewhere. The answer arrives on a
 * thread that must not wait, or on the one that blocked.
 */
@RestController
@EntityScan(basePackageClasses = Customer.class)
class ReactiveDesk {

	private final Desk desk;

	ReactiveDesk(JdbcTemplate jdbc, EntityManager entities, PlatformTransactionManager transactionManager) {
		this.desk = new Desk(jdbc, entities, transactionManager);
	}

	@PostMapping("/statements")
	Mono<String> execute(@RequestBody String sql) {
		return answer(() -> this.desk.execute(sql), Schedulers.parallel());
	}

	@PostMapping("/customers/{id}")
	Mono<String> register(@PathVariable int id, @RequestBody String email) {
		return answer(() -> this.desk.register(id, email), Schedulers.boundedElastic());
	}

	private static Mono<String> answer(Callable<String> work, Scheduler signals) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).publishOn(signals);
	}

}
