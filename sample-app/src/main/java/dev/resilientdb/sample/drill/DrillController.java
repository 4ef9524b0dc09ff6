package dev.resilientdb.sample.drill;

import java.sql.SQLException;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.pool.PoolVerdict;

@RestController
class DrillController {

	private final DeadlockDrill deadlocks;

	private final OutageDrill outages;

	DrillController(DeadlockDrill deadlocks, OutageDrill outages) {
		this.deadlocks = deadlocks;
		this.outages = outages;
	}

	@PostMapping("/drills/deadlocks")
	DrillReport deadlocks(@RequestParam(defaultValue = "8") @Min(1) @Max(64) int threads,
			@RequestParam(defaultValue = "5") @Min(1) @Max(60) int seconds,
			@RequestParam(defaultValue = "20") @Min(2) @Max(1000) int accounts,
			@RequestParam(defaultValue = "true") boolean compare) throws InterruptedException, MetaDataAccessException {
		DrillPlan plan = new DrillPlan(threads, seconds, accounts);
		return compare ? this.deadlocks.compared(plan) : this.deadlocks.alone(plan);
	}

	@GetMapping("/drills")
	List<Listed> list() {
		return this.outages.outages()
			.stream()
			.map((outage) -> new Listed("/drills/" + outage.name(), outage.story(), outage.expected()))
			.toList();
	}

	@PostMapping("/drills/{outage}")
	OutageReport outage(@PathVariable String outage) throws SQLException, InterruptedException {
		return this.outages.run(outage);
	}

	record Listed(String path, String story, PoolVerdict expected) {
	}

}
