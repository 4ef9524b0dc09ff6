package dev.resilientdb.constraint;

import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.tuple;

/**
 * {@link ConstraintNamesContract} on SQLite.
 */
class SqliteConstraintNamesTests extends ConstraintNamesContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteConstraintNamesTests() {
		super(DATABASE);
	}

	@Override
	String known(String name) {
		return null;
	}

	/**
	 * Violations of foreign keys tell no table, and checks are not in the catalogue.
	 */
	@Override
	List<Tuple> audited() {
		return List.of(tuple(Kind.UNIQUE, "customer", List.of("email_address")),
				tuple(Kind.UNIQUE, "customer", List.of("street_name")),
				tuple(Kind.UNIQUE, "purchase", List.of("line", "article")));
	}

	@Override
	List<String> columnsOfForeignKey() {
		return List.of();
	}

	@Override
	List<String> columnsOfCheck() {
		return List.of();
	}

}
