package dev.resilientdb.dialect;

import org.junit.jupiter.api.Test;

import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureCode.Rank;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CodeTable}.
 */
class CodeTableTests {

	private final CodeTable table = CodeTable.of("""
			1213  DEADLOCK  TRANSACTION  deadlock found

			25P02 UNKNOWN   TRANSACTION  CONSEQUENCE  in failed transaction
			-2    CANCELLED STATEMENT    driver's own
			""");

	@Test
	void readsRowsInOrder() {
		assertThat(this.table.rows()).containsExactly(
				new FailureCode("1213", FailureKind.DEADLOCK, Rollback.TRANSACTION),
				new FailureCode("25P02", FailureKind.UNKNOWN, Rollback.TRANSACTION, Rank.CONSEQUENCE),
				new FailureCode("-2", FailureKind.CANCELLED, Rollback.STATEMENT));
	}

	@Test
	void findsByNumberAndByState() {
		assertThat(this.table.find(1213)).isSameAs(this.table.find("1213")).isNotNull();
		assertThat(this.table.find(-2)).extracting(FailureCode::kind).isEqualTo(FailureKind.CANCELLED);
		assertThat(this.table.find("25P02")).extracting(FailureCode::kind).isEqualTo(FailureKind.UNKNOWN);
	}

	@Test
	void findsNothingForUnlistedAndMissingCodes() {
		assertThat(this.table.find(0)).isNull();
		assertThat(this.table.find("40001")).isNull();
		assertThat(this.table.find(null)).isNull();
	}

	@Test
	void joinsTables() {
		CodeTable joined = this.table.and(CodeTable.of("1205 LOCK_TIMEOUT STATEMENT lock wait timeout"));
		assertThat(joined.rows()).extracting(FailureCode::code).containsExactly("1213", "25P02", "-2", "1205");
	}

	@Test
	void rejectsCodeListedTwice() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.and(this.table))
			.withMessage("Code 1213 is listed twice");
	}

	@Test
	void rejectsIncompleteLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> CodeTable.of("1213 DEADLOCK TRANSACTION"))
			.withMessageContaining("1213 DEADLOCK TRANSACTION");
	}

}
