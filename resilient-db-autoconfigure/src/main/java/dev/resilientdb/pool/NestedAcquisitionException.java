package dev.resilientdb.pool;

import java.io.Serial;
import java.sql.SQLNonTransientException;

import dev.resilientdb.failure.Refusal;

/**
 * A thread that holds a connection of a pool asked the same pool for another one, which
 * {@code resilient-db.pool.nested-acquisition=fail} forbids. The pool was not asked.
 */
public class NestedAcquisitionException extends SQLNonTransientException implements Refusal {

	@Serial
	private static final long serialVersionUID = 1L;

	NestedAcquisitionException(String dataSource, String outer, String inner) {
		super("%s asks data source '%s' for a connection while its thread still holds one for %s. When all connections"
			.formatted(inner, dataSource, outer)
				+ " are held like this, nobody gets another one. Do the inner work after the outer, or in the same"
				+ " transaction, or give it a data source of its own; or allow it with"
				+ " resilient-db.pool.nested-acquisition=warn");
	}

}
