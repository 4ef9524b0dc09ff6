package dev.resilientdb.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations that squawk and strong_migrations are known for, each in its unsafe and
 * its safe form.
 */
class PostgresOperationTests {

	private static final LintTarget target = LintTarget.of("PostgreSQL")
		.withVersion("18.1")
		.withLock(FlywayLock.SESSION);

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#all")
	void unsafeFormIsFoundByItsRule(Operation operation) {
		assertThat(operation.findings(operation.lintUnsafe(target))).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.severity()).isGreaterThan(LintSeverity.INFO));
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#all")
	void unsafeFormIsFoundByNoOtherRule(Operation operation) {
		assertThat(operation.lintUnsafe(target).atLeast(LintSeverity.WARNING)).extracting(Finding::rule)
			.containsOnly(operation.rule());
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#all")
	void safeFormPasses(Operation operation) {
		assertThat(operation.lintSafe(target).atLeast(LintSeverity.WARNING)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("dev.resilientdb.lint.Operation#all")
	void emptySchemaTakesEverythingButMistakesOfTheScript(Operation operation) {
		LintReport report = operation.lintUnsafe(target.withCatalog(LintCatalog.EMPTY));
		assertThat(report.atLeast(LintSeverity.WARNING)).extracting(Finding::rule)
			.isSubsetOf("concurrently-not-alone", "session-setting-leaks", "transaction-control", "enum-value-used");
	}

}
