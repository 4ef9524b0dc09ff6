package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import dev.resilientdb.sample.account.Ledger;
import dev.resilientdb.sample.account.Transfer;
import dev.resilientdb.sample.account.TransferService;

/**
 * Provokes deadlocks: callers transfer between accounts of their own in any direction.
 */
@Component
class Deadlocks {

	private static final long OPENING = 1_000_000_000;

	private final TransferService transfers;

	private final Ledger ledger;

	private final MeterRegistry meters;

	Deadlocks(TransferService transfers, Ledger ledger, MeterRegistry meters) {
		this.transfers = transfers;
		this.ledger = ledger;
		this.meters = meters;
	}

	VariantReport provoke(Variant variant, DrillPlan plan) throws InterruptedException {
		String owner = "drill " + UUID.randomUUID();
		List<Long> accounts = this.ledger.open(owner, plan.accounts(), OPENING);
		try {
			return provoke(variant, plan, owner, accounts);
		}
		finally {
			this.ledger.erase(owner);
		}
	}

	private VariantReport provoke(Variant variant, DrillPlan plan, String owner, List<Long> accounts)
			throws InterruptedException {
		Ledger.Audit before = this.ledger.audit(owner, OPENING);
		RetryCounters counted = RetryCounters.read(this.meters, variant.method());
		long start = System.nanoTime();
		Tally.Outcome outcome = new Crowd(plan.threads(), Duration.ofSeconds(plan.seconds()))
			.repeat(() -> variant.call().accept(this.transfers, between(accounts)));
		Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
		RetryCounters retries = RetryCounters.read(this.meters, variant.method()).since(counted);
		Money money = Money.of(before, this.ledger.audit(owner, OPENING));
		return VariantReport.of(outcome, retries, elapsed, money);
	}

	private static Transfer between(List<Long> accounts) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		int from = random.nextInt(accounts.size());
		int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
		return new Transfer(UUID.randomUUID().toString(), accounts.get(from), accounts.get(to), 1);
	}

}
