package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import dev.resilientdb.proof.Deed.Trait;

/**
 * Compares what callers were told with what the databases hold.
 */
final class Inspection {

	private final Map<Integer, Integer> entries;

	private final Map<Integer, Integer> audits;

	private final Map<Integer, Integer> filed;

	private final Map<Integer, Integer> surplus;

	private Inspection(JdbcTemplate ledger, JdbcTemplate archive) {
		this.entries = count(ledger, "entry");
		this.audits = count(ledger, "audit");
		this.filed = count(archive, "filed");
		this.surplus = surplus(ledger);
	}

	/**
	 * Reads everything, on connections that do not fail.
	 */
	static Inspection of(Premises premises) {
		return new Inspection(new JdbcTemplate(premises.database().dataSource()),
				new JdbcTemplate(premises.archive().dataSource()));
	}

	private static Map<Integer, Integer> count(JdbcTemplate jdbc, String table) {
		Map<Integer, Integer> counts = new HashMap<>();
		jdbc.query("select order_id, count(*) from " + table + " group by order_id",
				(RowCallbackHandler) (row) -> counts.put(row.getInt(1), row.getInt(2)));
		return counts;
	}

	private static Map<Integer, Integer> surplus(JdbcTemplate jdbc) {
		Map<Integer, Integer> surplus = new HashMap<>();
		jdbc.query("""
				select id, balance, (select coalesce(sum(amount), 0) from entry where entry.account = account.id)
				from account""", (RowCallbackHandler) (row) -> surplus.put(row.getInt(1),
				row.getInt(2) - row.getInt(3) - Premises.BALANCE));
		return surplus;
	}

	/**
	 * Accounts whose balance is not the sum of their entries.
	 */
	List<String> wrongBalances(History history) {
		List<String> findings = new ArrayList<>();
		this.surplus.forEach((account, money) -> {
			if (Math.abs(money) > torn(history, account)) {
				findings.add("account %d has %d too much".formatted(account, money));
			}
		});
		return findings;
	}

	private static int torn(History history, int account) {
		return history.answers()
			.stream()
			.filter(Answer::mayBeTorn)
			.map(Answer::order)
			.filter((order) -> order.from() == account || order.to() == account)
			.mapToInt(Order::amount)
			.sum();
	}

	/**
	 * Orders that took effect otherwise than their callers were told: a transfer makes
	 * two entries.
	 */
	List<String> wrongEntries(History history) {
		List<String> findings = new ArrayList<>();
		for (Answer answer : history.ordered()) {
			int rows = this.entries.getOrDefault(answer.order().id(), 0);
			boolean torn = rows == 1 && answer.mayBeTorn();
			boolean whole = rows % 2 == 0 && answer.told().allows(rows / 2);
			boolean right = answer.deed().is(Trait.READS) ? rows == 0 : torn || whole;
			if (!right) {
				findings.add(rows + " entries: " + answer);
			}
		}
		return findings;
	}

	/**
	 * Orders whose inner transactions took effect otherwise than they may.
	 */
	List<String> wrongInnerTransactions(History history) {
		List<String> findings = new ArrayList<>();
		for (Answer answer : history.ordered()) {
			int audited = this.audits.getOrDefault(answer.order().id(), 0);
			int files = this.filed.getOrDefault(answer.order().id(), 0);
			if (!isRight(answer, audited, Trait.AUDITS) || !isRight(answer, files, Trait.FILES)) {
				findings.add("%d audits, %d files: %s".formatted(audited, files, answer));
			}
		}
		return findings;
	}

	private static boolean isRight(Answer answer, int rows, Trait trait) {
		if (answer.deed().is(Trait.REPEATS_INNER)) {
			return true;
		}
		return (answer.told() == Told.DONE && answer.deed().is(trait)) ? rows == 1 : rows <= 1;
	}

	/**
	 * Orders with more entries than one transfer makes.
	 */
	List<String> doubles(History history) {
		return wrongEntries(history).stream()
			.filter((finding) -> Integer.parseInt(finding.substring(0, finding.indexOf(' '))) > 2)
			.toList();
	}

}
