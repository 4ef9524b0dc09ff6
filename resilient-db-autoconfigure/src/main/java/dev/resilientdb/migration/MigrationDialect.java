package dev.resilientdb.migration;

/**
 * What this room asks about one database product. Implemented once per product; all beans
 * of this type are consulted.
 */
public interface MigrationDialect {

	/**
	 * The product's name, as it appears in {@code DatabaseFailure#product()}.
	 */
	String product();

}
