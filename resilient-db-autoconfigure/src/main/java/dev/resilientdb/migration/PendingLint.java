package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.lint.Finding;
import dev.resilientdb.lint.LintCatalog;
import dev.resilientdb.lint.LintSeverity;
import dev.resilientdb.lint.LintTarget;
import dev.resilientdb.lint.LockTimeout;
import dev.resilientdb.lint.Script;
import dev.resilientdb.lint.ScriptLint;

/**
 * Reads pending scripts with what the catalogue of the live database knows.
 */
final class PendingLint implements PendingScripts {

	private static final Logger logger = LoggerFactory.getLogger(PendingLint.class);

	private final MigrationProperties properties;

	private final ScriptLint lint;

	private final ScriptTexts texts;

	PendingLint(MigrationProperties properties, ScriptTexts texts) {
		this.properties = properties;
		this.lint = new ScriptLint(properties.lint().settings());
		this.texts = texts;
	}

	@Override
	public List<Finding> lint(SchemaState state, Connection connection) {
		List<MigrationInfo> pending = state.pending();
		if (pending.isEmpty() || !this.properties.lint().enabled()) {
			return List.of();
		}
		List<Script> applied = scripts(state, state.in(MigrationState.SUCCESS, MigrationState.OUT_OF_ORDER));
		LintTarget target = LintTarget.of(state.server().product())
			.withVersion(state.server().number())
			.withCatalog(catalog(state, connection))
			.withLock(FlywayLocks.of(state.configuration()))
			.withLockTimeout(this.properties.session().lockTimeout().isZero() ? LockTimeout.NOT_SET : LockTimeout.SET);
		List<Finding> findings = findings(applied, scripts(state, pending), target);
		unread(state, pending, findings);
		if (PoolConnections.limit(state.configuration().getDataSource()) != null) {
			findings.replaceAll(PendingLint::withoutLeak);
		}
		return findings;
	}

	// The guard has the pool close the connections of the run
	private static Finding withoutLeak(Finding finding) {
		if (!finding.rule().equals("session-setting-leaks")) {
			return finding;
		}
		return new Finding(finding.rule(), LintSeverity.INFO, finding.script(), finding.line(), finding.message(),
				"connections that migrate are closed after the run", finding.alternative(), finding.suppression());
	}

	private List<Finding> findings(List<Script> applied, List<Script> pending, LintTarget target) {
		try {
			return new ArrayList<>(this.lint.lint(applied, pending, target).findings());
		}
		// A mistake in a rule stops no start
		catch (RuntimeException | StackOverflowError ex) {
			logger.warn("Pending scripts could not be examined: {}", ex.getClass().getName());
			logger.debug("Pending scripts could not be examined", ex);
			return new ArrayList<>();
		}
	}

	private void unread(SchemaState state, List<MigrationInfo> pending, List<Finding> findings) {
		for (MigrationInfo migration : pending) {
			if (this.texts.find(state.configuration(), migration.getScript()) == null) {
				findings.add(new Finding("not-examined", LintSeverity.INFO, migration.getScript(), 1,
						"It is no SQL script that can be read before it runs", null, "Review it by hand.", null));
			}
		}
	}

	private List<Script> scripts(SchemaState state, List<MigrationInfo> migrations) {
		List<Script> scripts = new ArrayList<>();
		for (MigrationInfo migration : migrations) {
			String text = this.texts.find(state.configuration(), migration.getScript());
			if (text != null) {
				scripts.add(Script.of(name(migration), text)
					.with(this.texts.transaction(state.configuration(), migration.getScript())));
			}
		}
		return scripts;
	}

	private static String name(MigrationInfo migration) {
		String script = migration.getScript();
		return script.substring(script.lastIndexOf('/') + 1);
	}

	private LintCatalog catalog(SchemaState state, Connection connection) {
		MigrationDialect dialect = state.server().dialect();
		if (dialect == null) {
			return LintCatalog.UNKNOWN;
		}
		try {
			return withoutBookkeeping(dialect.catalog(connection), state.history().table());
		}
		catch (SQLException ex) {
			logger.debug("Tables behind '{}' are not known", state.history().flyway(), ex);
			return LintCatalog.UNKNOWN;
		}
	}

	// A schema in which nothing but the history is, is a new one
	private LintCatalog withoutBookkeeping(LintCatalog catalog, String table) {
		Set<String> relations = catalog.relations();
		if (relations == null) {
			return catalog;
		}
		Set<String> others = relations.stream()
			.filter((name) -> !name.contains(table) && !name.contains(this.properties.bookkeeping().table()))
			.collect(Collectors.toSet());
		return new LintCatalog(catalog.rows(), catalog.columnTypes(), catalog.notNullChecks(), others);
	}

}
