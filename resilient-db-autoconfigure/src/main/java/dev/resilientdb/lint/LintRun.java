package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One pass over scripts. For one thread.
 */
final class LintRun {

	private final LintSettings settings;

	private final LintTarget target;

	private final SqlSyntax syntax;

	private final List<LintRule> rules;

	private final Permissions permissions;

	private final KnownSchema schema;

	private final List<Finding> findings = new ArrayList<>();

	private int statements;

	LintRun(LintSettings settings, LintTarget target) {
		this.settings = settings;
		this.target = target;
		this.syntax = SqlSyntax.of(target.product());
		this.rules = RuleBook.of(target.product());
		this.permissions = new Permissions(settings);
		this.schema = new KnownSchema(target);
	}

	/**
	 * Takes notice of what a script creates.
	 */
	void remember(Script script) {
		ScriptText.read(script, this.syntax).changes().forEach(this.schema::apply);
	}

	/**
	 * From here on what scripts create is theirs.
	 */
	void begin() {
		this.schema.forgetOrigins();
	}

	void examine(Script script) {
		ScriptText text = ScriptText.read(script, this.syntax);
		this.statements += text.statements().size();
		for (int i = 0; i < text.statements().size(); i++) {
			Examination examination = new Examination(text, i, this.schema);
			if (!isInert(examination.statement())) {
				this.rules.forEach((rule) -> examine(rule, examination));
			}
			this.schema.apply(examination.change());
		}
	}

	LintReport report(int scripts) {
		return new LintReport(this.findings, scripts, this.statements);
	}

	private void examine(LintRule rule, Examination examination) {
		int before = examination.risks().size();
		rule.examine(examination);
		for (Risk risk : examination.risks().subList(before, examination.risks().size())) {
			if (risk.exposure() == Exposure.SCRIPT || !this.schema.isNew(risk.subject())) {
				this.findings.add(finding(rule.id(), risk, examination));
			}
		}
	}

	// Long scripts are mostly rows
	private static boolean isInert(SqlStatement statement) {
		return statement.obstacle() == null && (statement.startsWith("insert") || statement.startsWith("comment"));
	}

	private Finding finding(String rule, Risk risk, Examination examination) {
		SqlStatement statement = examination.statement();
		Long rows = (risk.subject() != null) ? this.schema.rows(risk.subject()) : null;
		String reason = this.permissions.reason(examination.script(), statement, rule);
		boolean isUnexplained = reason != null && reason.isEmpty();
		String message = isUnexplained
				? risk.message() + "; the comment that allows it gives no reason and is not obeyed" : risk.message();
		return new Finding(rule, severity(risk, rows), examination.script().name(),
				(risk.line() > 0) ? risk.line() : statement.line(), message, evidence(risk, rows), risk.alternative(),
				isUnexplained ? null : reason);
	}

	private LintSeverity severity(Risk risk, @Nullable Long rows) {
		boolean isBare = this.target.catalog().isEmpty() && risk.exposure() != Exposure.SCRIPT;
		boolean isHarmless = rows != null && switch (risk.exposure()) {
			case ROWS -> rows <= this.settings.smallTable();
			case CLIENTS -> rows == 0;
			case SCRIPT -> false;
		};
		return (isBare || isHarmless) ? LintSeverity.INFO : risk.severity();
	}

	private @Nullable String evidence(Risk risk, @Nullable Long rows) {
		if (risk.exposure() == Exposure.SCRIPT || risk.subject() == null) {
			return null;
		}
		if (rows == null) {
			return "size of " + risk.subject().quoted() + " unknown";
		}
		return (rows == 0) ? risk.subject().quoted() + " is empty or missing"
				: String.format(Locale.ROOT, "%s has about %,d rows", risk.subject().quoted(), rows);
	}

}
