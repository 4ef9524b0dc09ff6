package dev.resilientdb.circuit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;

import dev.resilientdb.circuit.AvailabilityJudge.Finding;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureListener;

/**
 * Judges whenever it is asked or something may have changed, and tells of what did.
 */
final class ObservedAvailability implements DatabaseAvailability, CircuitListener, FailureListener, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ObservedAvailability.class);

	private final DatabaseProducts products;

	private final AvailabilityJudge judge;

	private final ReadOnlyMemory memory;

	private final AvailabilityNotices notices;

	private final InstantSource clock;

	private final Instant begin;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	// One at a time: a listener that blocks must not let them pile up
	private final Set<String> awaited = ConcurrentHashMap.newKeySet();

	ObservedAvailability(DatabaseProducts products, AvailabilityJudge judge, ReadOnlyMemory memory,
			AvailabilityNotices notices, InstantSource clock) {
		this.products = products;
		this.judge = judge;
		this.memory = memory;
		this.notices = notices;
		this.clock = clock;
		this.begin = clock.instant();
	}

	@Override
	public Availability of(String dataSource) {
		return report(dataSource).availability();
	}

	@Override
	public Availability overall() {
		Availability worst = Availability.AVAILABLE;
		for (String name : this.products.dataSourceNames()) {
			worst = worst.or(of(name));
		}
		return worst;
	}

	@Override
	public List<AvailabilityReport> reports() {
		List<AvailabilityReport> reports = new ArrayList<>();
		for (String name : this.products.dataSourceNames()) {
			reports.add(report(name));
		}
		return reports;
	}

	@Override
	public AvailabilityReport report(String dataSource) {
		Instant now = this.clock.instant();
		Finding finding = this.judge.judge(dataSource, now);
		Known last = this.known.get(dataSource);
		if (last == null && finding.availability() == Availability.AVAILABLE) {
			return report(dataSource, finding, this.begin);
		}
		if (last != null && last.availability() == finding.availability()) {
			return report(dataSource, finding, last.since());
		}
		return changed(dataSource, now);
	}

	// Judged again under the lock, so that changes are told in their order
	private AvailabilityReport changed(String dataSource, Instant now) {
		synchronized (this.known) {
			Finding finding = this.judge.judge(dataSource, now);
			Known last = this.known.getOrDefault(dataSource, new Known(Availability.AVAILABLE, this.begin));
			if (last.availability() == finding.availability()) {
				return report(dataSource, finding, last.since());
			}
			this.known.put(dataSource, new Known(finding.availability(), now));
			AvailabilityReport report = report(dataSource, finding, now);
			this.notices.tell(new DatabaseAvailabilityEvent(report, last.availability()));
			logger.debug("Availability of {}: {}", dataSource, report);
			return report;
		}
	}

	private static AvailabilityReport report(String dataSource, Finding finding, Instant since) {
		return new AvailabilityReport(dataSource, finding.availability(), since, finding.reason(), finding.until());
	}

	@Override
	public Registration addListener(AvailabilityListener listener) {
		return this.notices.add(listener);
	}

	/**
	 * Something may have changed. An answer that grows old is asked for again.
	 */
	@Override
	public void changed(String dataSource) {
		AvailabilityReport report = report(dataSource);
		Instant until = report.until();
		Instant now = this.clock.instant();
		if (until != null && until.isAfter(now) && this.awaited.add(dataSource)) {
			this.notices.later(Duration.between(now, until).plusMillis(1), () -> reconsider(dataSource));
		}
	}

	private void reconsider(String dataSource) {
		this.awaited.remove(dataSource);
		changed(dataSource);
	}

	@Override
	public void onFailure(FailureEvent event) {
		if (this.memory.isNews(event)) {
			report(event.dataSource());
			this.notices.later(this.memory.duration(), () -> forget(event.dataSource()));
		}
	}

	private void forget(String dataSource) {
		Duration left = this.memory.forget(dataSource);
		if (left != null) {
			this.notices.later(left.plusMillis(1), () -> forget(dataSource));
		}
		report(dataSource);
	}

	@Override
	public void destroy() {
		this.notices.close();
	}

	private record Known(Availability availability, Instant since) {
	}

}
