package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * Which statements of a migration were executed. For one thread.
 */
final class StatementLog {

	private static final int LONGEST = 1900;

	private final StringBuilder heads = new StringBuilder();

	private int executed;

	private boolean known;

	private boolean changesSchema;

	private @Nullable StatementHead begun;

	StatementHead begin(String sql) {
		StatementHead head = StatementHead.of(sql);
		this.begun = head;
		this.known = true;
		this.changesSchema |= head.changesSchema();
		return head;
	}

	// Of a batch all statements begin before the first one ends
	void end(String sql) {
		this.executed++;
		append(this.heads, StatementHead.of(sql), "");
		this.begun = null;
	}

	private void append(StringBuilder target, StatementHead head, String suffix) {
		int number = this.executed + (suffix.isEmpty() ? 0 : 1);
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

	int executed() {
		return this.executed;
	}

	String heads() {
		StringBuilder result = new StringBuilder(this.heads);
		StatementHead head = this.begun;
		if (head != null) {
			append(result, head, " (begun)");
		}
		return result.toString();
	}

}
