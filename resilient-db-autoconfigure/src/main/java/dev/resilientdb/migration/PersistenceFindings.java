package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found about persistence units on the schemas: it is known later than the rest,
 * and stays true until the application is started anew. Safe for use by several threads.
 */
final class PersistenceFindings implements SchemaCheck {

	private static final Logger logger = LoggerFactory.getLogger(PersistenceFindings.class);

	private final Map<String, List<Found>> found = new ConcurrentHashMap<>();

	private final MigrationReports reports;

	private final Verdicts verdicts;

	private final KeptSchemas schemas;

	PersistenceFindings(MigrationReports reports, Verdicts verdicts, KeptSchemas schemas) {
		this.reports = reports;
		this.verdicts = verdicts;
		this.schemas = schemas;
	}

	/**
	 * Whether a Flyway certainly keeps a schema.
	 */
	boolean isKept(MappedSchema schema) {
		KeptSchemas.Keepers keepers = this.schemas.keepers(schema);
		return keepers.isCertain() && !keepers.reports().isEmpty();
	}

	/**
	 * Takes over what was found about a schema.
	 * @return what became of its report, null when no Flyway keeps it
	 */
	@Nullable MigrationReport report(MappedSchema schema, Found finding) {
		MigrationReport result = null;
		KeptSchemas.Keepers keepers = this.schemas.keepers(schema);
		Found told = keepers.isCertain() ? finding : finding.uncertain();
		for (MigrationReport report : keepers.reports()) {
			this.found.merge(report.history().flyway(), List.of(told), PersistenceFindings::both);
			Anomalies more = this.verdicts.anomalies();
			told.addTo(more);
			tell(more);
			result = this.verdicts.extended(report, more);
			this.reports.put(result);
		}
		return result;
	}

	private static void tell(Anomalies more) {
		for (Anomaly anomaly : more.found()) {
			if (anomaly.policy() != AnomalyPolicy.IGNORE && anomaly.policy() != AnomalyPolicy.FAIL) {
				logger.warn("{} ({}): {}. {}", anomaly.id(), anomaly.subject(), anomaly.evidence(), anomaly.advice());
			}
		}
	}

	private static List<Found> both(List<Found> one, List<Found> other) {
		return Stream.concat(one.stream(), other.stream()).toList();
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies anomalies) throws SQLException {
		this.schemas.add(state, connection);
		this.found.getOrDefault(state.history().flyway(), List.of()).forEach((finding) -> finding.addTo(anomalies));
	}

	record Found(AnomalyKind kind, String subject, String evidence, String advice) {

		Found uncertain() {
			return new Found(this.kind, this.subject,
					this.evidence + "; its data source gave no connection that tells whether Flyway keeps its schema",
					"Make the database answer. If Flyway does keep this schema: " + this.advice);
		}

		void addTo(Anomalies anomalies) {
			anomalies.add(this.kind, this.subject, this.evidence, this.advice);
		}

	}

}
