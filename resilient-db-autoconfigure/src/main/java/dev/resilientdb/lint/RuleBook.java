package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules apply to which product.
 */
final class RuleBook {

	// Whatever the product
	private static final List<LintRule> GENERAL = List.of(new UnparsableStatementRule(), new NotExaminedRule(),
			new DropOrRenameRule(), new CascadeRule(), new TruncateRule(), new UnboundedUpdateRule());

	private static final List<LintRule> OTHERS = Stream.of(GENERAL, List.<LintRule>of(new AddColumnNotNullRule()))
		.flatMap(List::stream)
		.toList();

	private static final List<LintRule> MYSQL = Stream.of(GENERAL, MySqlRules.all()).flatMap(List::stream).toList();

	// Each statement that changes the structure commits there, too
	private static final List<LintRule> COMMITTING = Stream
		.of(OTHERS, List.<LintRule>of(new SeveralDdlStatementsRule()))
		.flatMap(List::stream)
		.toList();

	private static final List<LintRule> POSTGRES = Stream.of(OTHERS,
			List.of(new IndexNotConcurrentRule(), new ConcurrentlyNotAloneRule(), new ConcurrentlyIfNotExistsRule(),
					new ExclusiveMaintenanceRule(), new AddColumnRewritesRule(), new SetNotNullRule(),
					new ChangeColumnTypeRule(), new ForeignKeyRule(), new ConstraintValidatesRule(),
					new ValidateInSameTransactionRule(), new UniqueBuildsIndexRule(), new SessionSettingLeaksRule(),
					new LockTimeoutMissingRule(), new LockTableRule(), new EnumValueUsedRule(),
					new TransactionControlRule(), new IdentifierTooLongRule(), new DropNotNullRule(),
					new ForeignKeyWithoutIndexRule()),
			ColumnChoiceRule.all())
		.flatMap(List::stream)
		.toList();

	private RuleBook() {
	}

	/**
	 * The ids of all rules, whatever the product.
	 */
	static Set<String> ids() {
		return Stream.of(POSTGRES, MYSQL, COMMITTING)
			.flatMap(List::stream)
			.map(LintRule::id)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static List<LintRule> of(String product) {
		String name = product.toLowerCase(Locale.ROOT);
		if (name.contains("postgres")) {
			return POSTGRES;
		}
		if (MySqlProduct.isNamed(product)) {
			return MYSQL;
		}
		return (name.equals("h2") || name.contains("oracle")) ? COMMITTING : OTHERS;
	}

}
