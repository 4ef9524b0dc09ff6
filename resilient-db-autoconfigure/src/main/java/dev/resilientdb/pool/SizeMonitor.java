package dev.resilientdb.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Looks at the size of one pool again and again. {@link #look} is for one thread, what is
 * known is for all.
 */
final class SizeMonitor {

	private final @Nullable PoolControl pool;

	private final Server server;

	private final @Nullable Autoscale autoscale;

	private final Adviser adviser;

	private final PressureGauge pressure = new PressureGauge();

	private volatile List<Advice> advice = List.of();

	/**
	 * Creates a monitor.
	 * @param pool null when the pool cannot be controlled
	 * @param autoscale null when the pool keeps its size
	 */
	SizeMonitor(@Nullable PoolControl pool, Server server, @Nullable Autoscale autoscale, Adviser adviser) {
		this.pool = pool;
		this.server = server;
		this.autoscale = autoscale;
		this.adviser = adviser;
	}

	void look(PoolReport report) {
		if (!report.verdict().isOfDatabase()) {
			this.server.ask();
		}
		if (this.autoscale != null) {
			this.autoscale.look(report);
		}
		Pressure pressure = this.pressure.note(report);
		this.advice = this.adviser.advise(report, (this.pool != null) ? this.pool.setup() : null, this.server.report(),
				pressure);
	}

	List<Advice> advice() {
		return this.advice;
	}

	ServerReport server() {
		return this.server.report();
	}

	void close() {
		this.server.close();
	}

	/**
	 * What is known of the server behind the pool.
	 *
	 * @param limits asks it, null when it cannot be asked
	 * @param unasked stands for its answer then
	 */
	record Server(@Nullable LimitsProbe limits, ServerReport unasked) {

		void ask() {
			if (this.limits != null) {
				this.limits.ask();
			}
		}

		ServerReport report() {
			return (this.limits != null) ? this.limits.report() : this.unasked;
		}

		void close() {
			if (this.limits != null) {
				this.limits.close();
			}
		}

	}

	/**
	 * Advises on the pool.
	 */
	@FunctionalInterface
	interface Adviser {

		List<Advice> advise(PoolReport report, @Nullable PoolSetup setup, ServerReport server, Pressure pressure);

	}

}
