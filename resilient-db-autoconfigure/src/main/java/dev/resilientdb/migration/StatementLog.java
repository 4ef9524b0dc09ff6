package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * Which statements of a migration were executed. For one thread.
 */
final class StatementLog {

	private static final int LONGEST = 1900;

	private final StringBuilder heads = new StringBuilder();

	private int executed;

	private boolean known;

	private boolean changesSchema;

	private boolean endsTransactions;

	// Of a batch all statements begin before the first one ends
	private final List<StatementHead> begun = new ArrayList<>();

	StatementHead begin(String sql) {
		StatementHead head = StatementHead.of(sql);
		this.begun.add(head);
		this.known = true;
		this.changesSchema |= head.changesSchema();
		this.endsTransactions |= head.endsTransactions();
		return head;
	}

	StatementHead end(String sql) {
		StatementHead head = this.begun.isEmpty() ? StatementHead.of(sql) : this.begun.remove(0);
		this.executed++;
		append(this.heads, this.executed, head, "");
		return head;
	}

	private static void append(StringBuilder target, int number, StatementHead head, String suffix) {
		target.append(target.isEmpty() ? "" : ", ").append(number).append(' ').append(head.text()).append(suffix);
		if (target.length() > LONGEST) {
			int cut = target.indexOf(", ", target.length() - LONGEST / 2);
			target.replace(0, (cut >= 0) ? cut : target.length() / 2, "...");
		}
	}

	/**
	 * Whether statements are known, and none of them changes more than rows.
	 */
	boolean changesRowsAlone() {
		return this.known && !this.changesSchema;
	}

	/**
	 * Whether what ran before may be out of reach of a rollback.
	 */
	boolean endsTransactions() {
		return this.endsTransactions;
	}

	int executed() {
		return this.executed;
	}

	String heads() {
		StringBuilder result = new StringBuilder(this.heads);
		for (int i = 0; i < this.begun.size(); i++) {
			append(result, this.executed + i + 1, this.begun.get(i), " (begun)");
		}
		return result.toString();
	}

}
