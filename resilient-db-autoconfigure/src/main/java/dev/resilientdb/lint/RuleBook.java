package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which rules apply to which product.
 */
final class RuleBook {

	// Whatever the product
	private static final List<LintRule> GENERAL = List.of(new UnparsableStatementRule(), new NotExaminedRule(),
			new DropOrRenameRule(), new CascadeRule(), new TruncateRule(), new UnboundedUpdateRule(),
			new AddColumnNotNullRule());

	private static final List<LintRule> POSTGRES = Stream.of(GENERAL,
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

	static List<LintRule> of(String product) {
		return product.toLowerCase(Locale.ROOT).contains("postgres") ? POSTGRES : GENERAL;
	}

}
