package dev.resilientdb.constraint;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Statements are read whatever they look like.
 */
class HostileStatementTests {

	@Property
	void everyTextIsRead(@ForAll("statements") String sql) {
		KeyLookup key = new KeyLookup("customer", List.of("email"));
		assertThatNoException().isThrownBy(() -> key.isSoughtBy(SqlText.of(sql)));
		assertThatNoException().isThrownBy(() -> key.isWrittenBy(SqlText.of(sql)));
	}

	@Property
	void literalIsNoCondition(@ForAll("statements") String value) {
		String sql = "select id from customer where name='" + value.replace("'", "''") + "'";
		assertThat(SqlText.of(sql).conditions("customer")).containsExactly("name");
	}

	@Provide
	Arbitrary<String> statements() {
		return Arbitraries
			.oneOf(Arbitraries.of("select ", "from ", "customer", " where ", "email", "=?", "'", "\"", "`", "[", "]",
					"/*", "*/", "--", "\n", ".", ",", "(", ")", " as ", " join ", "\0"),
					Arbitraries.strings().ofMaxLength(3))
			.list()
			.ofMaxSize(20)
			.map((pieces) -> String.join("", pieces));
	}

}
