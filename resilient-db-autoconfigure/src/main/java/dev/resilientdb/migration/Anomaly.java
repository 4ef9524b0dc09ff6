package dev.resilientdb.migration;

/**
 * Something about a schema's history, its scripts or its surroundings that a DBA would
 * stop at.
 *
 * @param kind what it is
 * @param policy what is done about it
 * @param subject the migration, table or property it is about
 * @param evidence what was found, with the figures
 * @param advice the way out
 */
public record Anomaly(AnomalyKind kind, AnomalyPolicy policy, String subject, String evidence, String advice) {

	/**
	 * The name by which policies and runbooks know the kind.
	 */
	public String id() {
		return this.kind.id();
	}

}
