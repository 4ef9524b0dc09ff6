package dev.resilientdb.lint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is particular to MySQL and MariaDB.
 */
final class MySqlRules {

	private MySqlRules() {
	}

	static List<LintRule> all() {
		return Stream.of(MySqlCostRule.all(),
				List.of(new MySqlAlgorithmRule(), new MySqlRefusedRule(), new MySqlUniqueRule(),
						new MySqlAddColumnNotNullRule(), new MySqlRenameColumnRule(), new MySqlReferencesRule(),
						new MySqlEngineRule(), new MySqlLockWaitRule(), new MySqlNameTooLongRule(),
						new SeveralDdlStatementsRule()))
			.flatMap(List::stream)
			.toList();
	}

}
