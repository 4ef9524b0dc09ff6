package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Gives violated constraints the same exceptions through JDBC and JPA. What is no
 * violation is translated as it would be without this.
 */
final class ConstraintExceptionTranslator implements SQLExceptionTranslator {

	private static final Logger logger = LoggerFactory.getLogger(ConstraintExceptionTranslator.class);

	// Spring's Hibernate dialect asks with this task, and translates what we do not
	private static final String OF_HIBERNATE = "Hibernate operation: ";

	private final Supplier<ConstraintViolationResolver> resolver;

	private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

	ConstraintExceptionTranslator(Supplier<ConstraintViolationResolver> resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException ex) {
		ConstraintViolation violation = violation(ex);
		if (violation != null) {
			return (violation.kind() == ConstraintViolation.Kind.UNIQUE)
					? new ViolatedUniqueConstraintException(violation, ex)
					: new ViolatedConstraintException(violation, ex);
		}
		return task.startsWith(OF_HIBERNATE) ? null : this.others.translate(task, sql, ex);
	}

	// May be the application's, or be created only now: what it throws must not replace
	// the driver's exception
	private @Nullable ConstraintViolation violation(SQLException ex) {
		try {
			return this.resolver.get().resolve(ex);
		}
		catch (RuntimeException | LinkageError failed) {
			logger.warn("Exception is translated without its constraint: {}", failed.getClass().getName());
			logger.debug("Exception is translated without its constraint", failed);
			return null;
		}
	}

}
