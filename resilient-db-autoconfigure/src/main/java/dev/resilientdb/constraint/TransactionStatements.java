package dev.resilientdb.constraint;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The last statements of one transaction, by reference. Belongs to the transaction's
 * thread.
 */
final class TransactionStatements {

	private static final int CAPACITY = 32;

	private final @Nullable Object[] sources = new Object[CAPACITY];

	private final @Nullable String[] texts = new String[CAPACITY];

	private int added;

	/**
	 * Remembers a statement.
	 * @param source the persistence unit that it belongs to
	 */
	void add(Object source, String text) {
		int place = this.added++ & (CAPACITY - 1);
		this.sources[place] = source;
		this.texts[place] = text;
	}

	/**
	 * Whether a persistence unit looked for the key, and then wrote to the table.
	 */
	boolean lookedBeforeWriting(KeyLookup key) {
		Set<Object> looked = new HashSet<>();
		for (int i = Math.max(0, this.added - CAPACITY); i < this.added; i++) {
			SqlText statement = statement(i);
			Object source = this.sources[i & (CAPACITY - 1)];
			if (source != null && key.isSoughtBy(statement)) {
				looked.add(source);
			}
			else if (looked.contains(source) && key.isWrittenBy(statement)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the only persistence unit looked for the key and never wrote to the table,
	 * so that somebody else did in its transaction.
	 */
	boolean lookedOnly(KeyLookup key) {
		Set<@Nullable Object> used = new HashSet<>();
		boolean looked = false;
		for (int i = Math.max(0, this.added - CAPACITY); i < this.added; i++) {
			SqlText statement = statement(i);
			used.add(this.sources[i & (CAPACITY - 1)]);
			if (key.isWrittenBy(statement)) {
				return false;
			}
			looked |= key.isSoughtBy(statement);
		}
		return looked && used.size() == 1;
	}

	private SqlText statement(int i) {
		String text = this.texts[i & (CAPACITY - 1)];
		return SqlText.of((text != null) ? text : "");
	}

}
