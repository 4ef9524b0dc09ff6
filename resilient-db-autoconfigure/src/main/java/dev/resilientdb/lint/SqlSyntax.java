package dev.resilientdb.lint;

import java.util.Locale;

/**
 * How a product writes comments, strings and names.
 */
enum SqlSyntax {

	POSTGRES, MYSQL, STANDARD;

	static SqlSyntax of(String product) {
		String name = product.toLowerCase(Locale.ROOT);
		if (name.contains("mysql") || name.contains("mariadb")) {
			return MYSQL;
		}
		boolean postgres = name.contains("postgres") || name.contains("cockroach") || name.contains("yugabyte");
		return postgres ? POSTGRES : STANDARD;
	}

	boolean hasNestedComments() {
		return this == POSTGRES;
	}

	boolean hasDollarQuotes() {
		return this != MYSQL;
	}

	boolean hasBackticks() {
		return this != POSTGRES;
	}

}
