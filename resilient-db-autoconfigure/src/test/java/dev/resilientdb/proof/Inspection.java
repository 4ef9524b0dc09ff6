package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

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

	private final List<String> accounts;

	private Inspection(JdbcTemplate ledger, JdbcTemplate archive) {
		this.entries = count(ledger, "entry");
		this.audits = count(ledger, "audit");
		this.filed = count(archive, "filed");
		this.accounts = accounts(ledger);
	}

	/**
	 * Reads everything, on connections that do not fail.
	 */
	static Inspection of(DataSource ledger, DataSource archive) {
		return new Inspection(new JdbcTemplate(ledger), new JdbcTemplate(archive));
	}

	private static Map<Integer, Integer> count(JdbcTemplate jdbc, String table) {
		Map<Integer, Integer> counts = new HashMap<>();
		jdbc.query("select order_id, count(*) from " + table + " group by order_id",
				(RowCallbackHandler) (row) -> counts.put(row.getInt(1), row.getInt(2)));
		return counts;
	}

	private static List<String> accounts(JdbcTemplate jdbc) {
		return jdbc.query("""
				select id, balance, (select coalesce(sum(amount), 0) from entry where entry.account = account.id)
				from account""", (row, number) -> "account %d has %d too much".formatted(row.getInt(1),
				row.getLong(2) - row.getLong(3) - Premises.BALANCE));
	}

	/**
	 * Accounts whose balance is not the sum of their entries.
	 */
	List<String> wrongBalances() {
		return this.accounts.stream().filter((account) -> !account.endsWith(" has 0 too much")).toList();
	}

	/**
	 * Orders that took effect otherwise than their callers were told: a transfer makes
	 * two entries.
	 */
	List<String> wrongEntries(History history) {
		List<String> findings = new ArrayList<>();
		for (Answer answer : history.ordered()) {
			int rows = this.entries.getOrDefault(answer.order().id(), 0);
			boolean right = answer.deed().is(Trait.READS) ? rows == 0 : rows % 2 == 0 && answer.told().allows(rows / 2);
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
