package dev.resilientdb.dialect;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureCode.Rank;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

/**
 * The failure codes of one product, kept in the order in which they were written. A line
 * holds the code, its {@link FailureKind}, its {@link Rollback}, {@code CONSEQUENCE} if
 * the code only follows from an earlier failure, and the vendor's name of the condition.
 */
final class CodeTable {

	private final Map<String, FailureCode> rows;

	private CodeTable(Map<String, FailureCode> rows) {
		this.rows = Collections.unmodifiableMap(rows);
	}

	static CodeTable of(String lines) {
		return of(lines.lines().filter((line) -> !line.isBlank()).map(CodeTable::parse));
	}

	/**
	 * Joins two tables that have no code in common.
	 */
	CodeTable and(CodeTable other) {
		return of(Stream.concat(this.rows.values().stream(), other.rows.values().stream()));
	}

	@Nullable FailureCode find(@Nullable String code) {
		return (code != null) ? this.rows.get(code) : null;
	}

	@Nullable FailureCode find(int vendorCode) {
		return this.rows.get(Integer.toString(vendorCode));
	}

	Collection<FailureCode> rows() {
		return this.rows.values();
	}

	private static CodeTable of(Stream<FailureCode> rows) {
		Map<String, FailureCode> table = new LinkedHashMap<>();
		rows.forEach((row) -> {
			FailureCode former = table.putIfAbsent(row.code(), row);
			Assert.isTrue(former == null, () -> "Code " + row.code() + " is listed twice");
		});
		return new CodeTable(table);
	}

	private static FailureCode parse(String line) {
		String[] cells = line.strip().split("\\s+", 5);
		Assert.isTrue(cells.length >= 4, () -> "No code, kind, rollback and condition in '" + line + "'");
		Rank rank = cells[3].equals(Rank.CONSEQUENCE.name()) ? Rank.CONSEQUENCE : Rank.CAUSE;
		return new FailureCode(cells[0], FailureKind.valueOf(cells[1]), Rollback.valueOf(cells[2]), rank);
	}

}
