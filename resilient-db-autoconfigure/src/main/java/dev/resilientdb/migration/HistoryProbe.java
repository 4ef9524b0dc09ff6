package dev.resilientdb.migration;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.InfoResult;

/**
 * Hears from Flyway what it knows of a schema besides its history. Asked otherwise, it
 * would open one more connection. For one look.
 */
final class HistoryProbe implements Callback {

	private SchemaContent content = SchemaContent.UNKNOWN;

	SchemaContent content() {
		return this.content;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.AFTER_INFO_OPERATION_FINISH;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		if (context.getOperationResult() instanceof InfoResult result) {
			this.content = result.allSchemasEmpty ? SchemaContent.EMPTY : SchemaContent.OBJECTS;
		}
	}

	@Override
	public String getCallbackName() {
		return "resilient-db";
	}

}
