package dev.resilientdb.circuit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.circuit.ProbeTestimony.Connections;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.pool.PoolReport;

/**
 * The circuits of the application's data sources. Reading costs nothing and never waits.
 * Safe for use by several threads.
 */
public final class Circuits {

	private static final Logger logger = LoggerFactory.getLogger(Circuits.class);

	private final CircuitProperties properties;

	private final AcquisitionJudge judge;

	private final Supplier<List<CircuitListener>> listeners;

	private final Consumer<String> eviction;

	private final Clock clock;

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	/**
	 * Creates the circuits.
	 * @param eviction replaces the connections of a pool, in the background
	 */
	Circuits(CircuitProperties properties, Supplier<FailureClassifier> classifier,
			Supplier<List<CircuitListener>> listeners, Consumer<String> eviction, Clock clock) {
		this.properties = properties;
		this.judge = new AcquisitionJudge(classifier);
		this.listeners = listeners;
		this.eviction = eviction;
		this.clock = clock;
	}

	/**
	 * What is known of all circuits, by name.
	 */
	public List<CircuitReport> reports() {
		return new TreeMap<>(this.entries).values().stream().map(Entry::report).toList();
	}

	/**
	 * What is known of a data source's circuit.
	 * @param dataSource its bean name
	 * @return the report, or null when the data source has none
	 */
	public @Nullable CircuitReport report(String dataSource) {
		Entry entry = this.entries.get(dataSource);
		return (entry != null) ? entry.report() : null;
	}

	/**
	 * Counts openings and refused calls from zero again. States stay.
	 */
	public void reset() {
		this.entries.values().forEach(Entry::reset);
	}

	/**
	 * The circuit of a data source, the same for one that took another's place.
	 */
	Circuit circuit(String dataSource) {
		return this.entries.computeIfAbsent(dataSource, this::create).circuit;
	}

	@Nullable Phase phase(String dataSource) {
		Entry entry = this.entries.get(dataSource);
		return (entry != null) ? entry.circuit.phases().current() : null;
	}

	/**
	 * Whether the probe's word on a database counts: not against callers who get through
	 * while it never did.
	 */
	boolean believesProbe(String dataSource) {
		Entry entry = this.entries.get(dataSource);
		return entry == null || entry.testimony.isBelieved();
	}

	/**
	 * How many calls a circuit has ever refused.
	 */
	long rejected(String dataSource) {
		Entry entry = this.entries.get(dataSource);
		return (entry != null) ? entry.circuit.rejected() : 0;
	}

	/**
	 * From now on circuits open.
	 */
	void arm() {
		this.judge.arm();
	}

	void sampled(PoolReport report) {
		Entry entry = this.entries.get(report.dataSource());
		if (entry != null && entry.testimony.hear(report) == Connections.DEAD) {
			this.eviction.accept(report.dataSource());
		}
	}

	private Entry create(String dataSource) {
		Duration open = this.properties.openDuration();
		Breaker breaker = new Breaker(dataSource, this.properties, this.clock);
		CircuitPhases phases = new CircuitPhases(dataSource, breaker, open, this.clock, this::changed);
		Circuit circuit = new Circuit(dataSource, phases, breaker, this.judge, this.clock);
		return new Entry(dataSource, circuit,
				new ProbeTestimony(circuit, open, this.properties.silenceThreshold(), this.clock));
	}

	// Called with a connection in hand or a failure that the caller must get
	private void changed(String dataSource) {
		try {
			this.listeners.get().forEach((listener) -> listener.changed(dataSource));
		}
		catch (RuntimeException | Error ex) {
			logger.debug("Change of a circuit is not told", ex);
		}
	}

	private static final class Entry {

		private final String dataSource;

		private final Circuit circuit;

		private final ProbeTestimony testimony;

		private volatile long openedBefore;

		private volatile long rejectedBefore;

		Entry(String dataSource, Circuit circuit, ProbeTestimony testimony) {
			this.dataSource = dataSource;
			this.circuit = circuit;
			this.testimony = testimony;
		}

		CircuitReport report() {
			CircuitPhases phases = this.circuit.phases();
			Phase phase = phases.current();
			Opening opening = phase.opening();
			long opened = phases.opened() - this.openedBefore;
			long rejected = this.circuit.rejected() - this.rejectedBefore;
			if (opening == null) {
				return new CircuitReport(this.dataSource, phase.state(), phase.since(), null, null,
						this.circuit.failureRate(), opened, rejected, phases.timeToRecovery());
			}
			return new CircuitReport(this.dataSource, phase.state(), opening.since(), opening.until(),
					opening.reason().name(), this.circuit.failureRate(), opened, rejected, phases.timeToRecovery());
		}

		void reset() {
			this.openedBefore = this.circuit.phases().opened();
			this.rejectedBefore = this.circuit.rejected();
		}

	}

}
