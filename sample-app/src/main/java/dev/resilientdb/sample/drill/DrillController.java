package dev.resilientdb.sample.drill;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DrillController {

	private final Drill drill;

	DrillController(Drill drill) {
		this.drill = drill;
	}

	@PostMapping("/drills/deadlocks")
	DrillReport deadlocks(@RequestParam(defaultValue = "8") @Min(1) @Max(64) int threads,
			@RequestParam(defaultValue = "5") @Min(1) @Max(60) int seconds,
			@RequestParam(defaultValue = "20") @Min(2) @Max(1000) int accounts,
			@RequestParam(defaultValue = "true") boolean compare) throws InterruptedException, MetaDataAccessException {
		DrillPlan plan = new DrillPlan(threads, seconds, accounts);
		return compare ? this.drill.compared(plan) : this.drill.alone(plan);
	}

}
