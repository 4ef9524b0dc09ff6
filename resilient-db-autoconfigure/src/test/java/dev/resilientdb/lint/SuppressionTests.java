package dev.resilientdb.lint;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SuppressionTests {

	private static final LintTarget target = LintTarget.of("PostgreSQL");

	@Test
	void commentWithReasonAllowsTheFinding() {
		Finding finding = only("""
				-- resilient-db:allow drop-or-rename nobody used it, ticket 4711
				DROP TABLE orders;""");
		assertThat(finding.suppression()).isEqualTo("nobody used it, ticket 4711");
	}

	@Test
	void blockCommentAllowsTheFinding() {
		Finding finding = only("/* resilient-db:allow drop-or-rename agreed with operations */ DROP TABLE orders;");
		assertThat(finding.suppression()).isEqualTo("agreed with operations");
	}

	@Test
	void commentBehindTheStatementOnItsLineAllowsTheFinding() {
		assertThat(only("DROP TABLE orders; -- resilient-db:allow drop-or-rename not used").suppressed()).isTrue();
	}

	@Test
	void commentBehindAStatementDoesNotAllowTheNext() {
		List<Finding> findings = findings("""
				SELECT 1; -- resilient-db:allow drop-or-rename not used
				DROP TABLE orders;""");
		assertThat(findings).extracting(Finding::suppressed).containsExactly(false);
	}

	@Test
	void commentAllowsOneStatementAlone() {
		List<Finding> findings = findings("""
				-- resilient-db:allow drop-or-rename not used
				DROP TABLE orders;
				DROP TABLE customers;""");
		assertThat(findings).extracting(Finding::suppressed).containsExactly(true, false);
	}

	@Test
	void commentWithoutReasonIsNotObeyed() {
		Finding finding = only("-- resilient-db:allow drop-or-rename\nDROP TABLE orders;");
		assertThat(finding.suppressed()).isFalse();
		assertThat(finding.message()).endsWith("; the comment that allows it gives no reason and is not obeyed");
	}

	@Test
	void commentForAnotherRuleChangesNothing() {
		assertThat(only("-- resilient-db:allow cascade why not\nDROP TABLE orders;").suppressed()).isFalse();
	}

	@Test
	void markInAStringAllowsNothing() {
		assertThat(findings("SELECT '-- resilient-db:allow drop-or-rename x';\nDROP TABLE orders;"))
			.extracting(Finding::suppressed)
			.containsExactly(false);
	}

	@Test
	void contractNamesTheRelease() {
		Finding finding = only("-- resilient-db:contract since=2.0\nALTER TABLE orders DROP COLUMN remark;");
		assertThat(finding.suppression()).isEqualTo("not used since 2.0");
	}

	@Test
	void contractWithoutReleaseIsNotObeyed() {
		assertThat(only("-- resilient-db:contract since=\nDROP TABLE orders;").suppressed()).isFalse();
	}

	@Test
	void settingsAllowByVersion() {
		assertThat(only("DROP TABLE orders;", "V12:drop-or-rename").suppressed()).isTrue();
	}

	@Test
	void settingsAllowByNameWithAReason() {
		assertThat(only("DROP TABLE orders;", "V12__change:drop-or-rename it is empty").suppression())
			.isEqualTo("it is empty");
	}

	@Test
	void settingsForAnotherVersionAllowNothing() {
		assertThat(only("DROP TABLE orders;", "V1:drop-or-rename").suppressed()).isFalse();
	}

	@Test
	void settingsForAnotherRuleAllowNothing() {
		assertThat(only("DROP TABLE orders;", "V12:cascade").suppressed()).isFalse();
	}

	@Test
	void suppressedFindingsAreToldButDoNotCount() {
		LintReport report = new ScriptLint(new LintSettings(10_000, List.of("V12:drop-or-rename")))
			.lint(List.of(Script.of("V12__change.sql", "DROP TABLE orders;")), target);
		assertThat(report.findings()).hasSize(1);
		assertThat(report.worst()).isNull();
	}

	@Test
	void settingsWithoutRuleAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LintSettings(10_000, List.of("V12")))
			.withMessage("An allowed finding is written as V12:drop-or-rename, not as V12");
	}

	private static Finding only(String text, String... allow) {
		List<Finding> findings = findings(text, allow);
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

	private static List<Finding> findings(String text, String... allow) {
		return new ScriptLint(new LintSettings(10_000, List.of(allow)))
			.lint(List.of(Script.of("V12__change.sql", text)), target)
			.findings();
	}

}
