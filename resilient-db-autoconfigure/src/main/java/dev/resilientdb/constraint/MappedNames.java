package dev.resilientdb.constraint;

/**
 * Reads Hibernate's names of tables and columns, which may have a schema, and quotes as
 * the product writes them.
 */
final class MappedNames {

	private MappedNames() {
	}

	static String bare(String expression) {
		int last = expression.length() - 1;
		int quote = "\"`]".indexOf(expression.charAt(last));
		int start = (quote < 0) ? expression.lastIndexOf('.') : expression.lastIndexOf("\"`[".charAt(quote), last - 1);
		return expression.substring(start + 1, (quote < 0) ? last + 1 : last);
	}

}
