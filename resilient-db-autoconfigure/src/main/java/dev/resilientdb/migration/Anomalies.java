package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what checks find, each with the policy that holds for it. For one thread.
 */
final class Anomalies {

	private final Policies policies;

	private final List<Anomaly> found = new ArrayList<>();

	Anomalies(Policies policies) {
		this.policies = policies;
	}

	void add(AnomalyKind kind, String subject, String evidence, String advice) {
		add(new Anomaly(kind, this.policies.of(kind), subject, evidence, advice));
	}

	/**
	 * Adds an anomaly worse or more harmless than others of its kind.
	 */
	void add(AnomalyKind kind, AnomalyPolicy production, String subject, String evidence, String advice) {
		add(new Anomaly(kind, this.policies.of(kind, production), subject, evidence, advice));
	}

	/**
	 * Adds an anomaly with which nobody can go on, whatever the policies say: the advice
	 * says why.
	 */
	void refuse(AnomalyKind kind, String subject, String evidence, String advice) {
		this.found.add(new Anomaly(kind, AnomalyPolicy.FAIL, subject, evidence, advice));
	}

	// A refusal is the only anomaly that a policy would have to be loosened for
	private void add(Anomaly anomaly) {
		if (anomaly.policy() != AnomalyPolicy.FAIL) {
			this.found.add(anomaly);
			return;
		}
		String advice = anomaly.advice() + " To be warned only, set resilient-db.migration.policy." + anomaly.id()
				+ "=warn.";
		this.found.add(new Anomaly(anomaly.kind(), anomaly.policy(), anomaly.subject(), anomaly.evidence(), advice));
	}

	/**
	 * What holds for a kind.
	 */
	AnomalyPolicy policyOf(AnomalyKind kind) {
		return this.policies.of(kind);
	}

	/**
	 * Takes back what was found.
	 */
	void withdraw(Anomaly anomaly) {
		this.found.remove(anomaly);
	}

	/**
	 * Says the same of something that was found in other words.
	 */
	void replace(Anomaly anomaly, String evidence, String advice) {
		withdraw(anomaly);
		add(new Anomaly(anomaly.kind(), anomaly.policy(), anomaly.subject(), evidence, advice));
	}

	boolean has(AnomalyPolicy policy) {
		return this.found.stream().anyMatch((anomaly) -> anomaly.policy() == policy);
	}

	List<Anomaly> found() {
		return List.copyOf(this.found);
	}

}
