package dev.resilientdb.dialect;

import java.sql.SQLException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every exception that a driver may throw.
 */
class FailureLookupTests {

	@Property
	void answersForAnyStateAndNumber(@ForAll String state, @ForAll int number) {
		assertThat(FailureTablesTests.dialects())
			.allSatisfy((dialect) -> assertThat(dialect.lookup(new SQLException("any", state, number)))
				.satisfiesAnyOf((row) -> assertThat(row).isNull(), (row) -> assertThat(dialect.codes()).contains(row)));
	}

}
