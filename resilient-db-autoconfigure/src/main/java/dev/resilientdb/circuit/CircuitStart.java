package dev.resilientdb.circuit;

import org.springframework.context.SmartLifecycle;

/**
 * Lets circuits open once the application's beans stand, before it takes requests.
 */
final class CircuitStart implements SmartLifecycle {

	private final Circuits circuits;

	private volatile boolean running;

	CircuitStart(Circuits circuits) {
		this.circuits = circuits;
	}

	@Override
	public void start() {
		this.circuits.arm();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
