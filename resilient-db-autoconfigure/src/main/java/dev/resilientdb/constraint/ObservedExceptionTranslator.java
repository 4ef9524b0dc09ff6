package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Shows what a translator is asked to translate, and leaves the translation to it.
 */
final class ObservedExceptionTranslator implements SQLExceptionTranslator {

	private final SQLExceptionTranslator translator;

	private final Consumer<SQLException> observer;

	ObservedExceptionTranslator(SQLExceptionTranslator translator, Consumer<SQLException> observer) {
		this.translator = translator;
		this.observer = observer;
	}

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException ex) {
		this.observer.accept(ex);
		return this.translator.translate(task, sql, ex);
	}

}
