package dev.resilientdb.migration;

import java.util.Map;

/**
 * What is done about each kind of anomaly.
 *
 * @param preset holds where nothing else is said
 * @param exceptions what is said else
 */
record Policies(Preset preset, Map<AnomalyKind, AnomalyPolicy> exceptions) {

	Policies {
		exceptions = Map.copyOf(exceptions);
	}

	AnomalyPolicy of(AnomalyKind kind) {
		AnomalyPolicy exception = this.exceptions.get(kind);
		return (exception != null) ? exception : kind.policy(this.preset);
	}

	/**
	 * The policy of a kind that depends on how bad it is.
	 * @param production what the preset for production asks for in this case; what it
	 * ignores, every preset does
	 */
	AnomalyPolicy of(AnomalyKind kind, AnomalyPolicy production) {
		AnomalyPolicy exception = this.exceptions.get(kind);
		if (exception != null) {
			return exception;
		}
		boolean decided = this.preset == Preset.PRODUCTION || production == AnomalyPolicy.IGNORE;
		return decided ? production : kind.policy(this.preset);
	}

}
