package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Gives violated constraints the same exceptions through JDBC and JPA. What is no
 * violation is translated as it would be without this.
 */
final class ConstraintExceptionTranslator implements SQLExceptionTranslator {

	// Spring's Hibernate dialect asks with this task and translates itself if the answer
	// is
	// null
	private static final String OF_HIBERNATE = "Hibernate operation: ";

	private final Supplier<ConstraintViolationResolver> resolver;

	private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

	ConstraintExceptionTranslator(Supplier<ConstraintViolationResolver> resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException ex) {
		ConstraintViolation violation = this.resolver.get().resolve(ex);
		if (violation != null) {
			return (violation.kind() == ConstraintViolation.Kind.UNIQUE)
					? new ViolatedUniqueConstraintException(violation, ex)
					: new ViolatedConstraintException(violation, ex);
		}
		return task.startsWith(OF_HIBERNATE) ? null : this.others.translate(task, sql, ex);
	}

}
