package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * What the guard's own tables need to know about a product.
 *
 * @param ddl what happens to schema changes of a transaction that does not commit
 * @param writers whether somebody else can write while a migration runs
 * @param text the type of a long text
 * @param prepare statement for a connection that writes nothing else, null when none
 * @param mark query that has the session hold the mark {@code ?}, a number, until it
 * ends; null when there are no marks
 * @param isMarked query for whether a session holds the mark {@code ?}: 1, 0, or null
 * when that cannot be told
 * @param schema query for the schema named by every {@code ?}, whose rows are kind,
 * table, object, aspect and value; null when only the driver is asked
 * @param lasting query for how many tables there are whose rows no rollback brings back;
 * null when there are never any
 * @param replacing what follows an INSERT of {@code content} and {@code written} that is
 * to replace a row with the same key {@code history, kind}; products that have it know
 * {@code CREATE TABLE IF NOT EXISTS} too; null when there is no such thing
 */
public record LedgerSyntax(Ddl ddl, Writers writers, String text, @Nullable String prepare, @Nullable String mark,
		@Nullable String isMarked, @Nullable String schema, @Nullable String lasting, @Nullable String replacing) {

	/**
	 * Of a product of which nothing is known.
	 */
	public static final LedgerSyntax STANDARD = new LedgerSyntax(Ddl.IMMEDIATE, Writers.MANY, "clob", null, null, null,
			null, null, null);

	public LedgerSyntax with(Ddl newDdl, Writers newWriters) {
		return new LedgerSyntax(newDdl, newWriters, this.text, this.prepare, this.mark, this.isMarked, this.schema,
				this.lasting, this.replacing);
	}

	public LedgerSyntax withText(String type) {
		return new LedgerSyntax(this.ddl, this.writers, type, this.prepare, this.mark, this.isMarked, this.schema,
				this.lasting, this.replacing);
	}

	public LedgerSyntax withPreparation(String statement) {
		return new LedgerSyntax(this.ddl, this.writers, this.text, statement, this.mark, this.isMarked, this.schema,
				this.lasting, this.replacing);
	}

	public LedgerSyntax withMark(String markQuery, String isMarkedQuery) {
		return new LedgerSyntax(this.ddl, this.writers, this.text, this.prepare, markQuery, isMarkedQuery, this.schema,
				this.lasting, this.replacing);
	}

	public LedgerSyntax withSchema(String query) {
		return new LedgerSyntax(this.ddl, this.writers, this.text, this.prepare, this.mark, this.isMarked, query,
				this.lasting, this.replacing);
	}

	public LedgerSyntax withLasting(String query) {
		return new LedgerSyntax(this.ddl, this.writers, this.text, this.prepare, this.mark, this.isMarked, this.schema,
				query, this.replacing);
	}

	public LedgerSyntax withReplacing(String clause) {
		return new LedgerSyntax(this.ddl, this.writers, this.text, this.prepare, this.mark, this.isMarked, this.schema,
				this.lasting, clause);
	}

	/**
	 * What happens to schema changes of a transaction that does not commit.
	 */
	public enum Ddl {

		/**
		 * They are undone.
		 */
		TRANSACTIONAL,

		/**
		 * They stay.
		 */
		IMMEDIATE

	}

	/**
	 * Who can write at a time.
	 */
	public enum Writers {

		ONE, MANY

	}

}
