package dev.resilientdb.migration;

import java.util.Set;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Hears from Flyway how a migration goes.
 */
final class RecordingCallback implements Callback {

	private static final Set<Event> EVENTS = Set.of(Event.BEFORE_EACH_MIGRATE, Event.BEFORE_EACH_MIGRATE_STATEMENT,
			Event.AFTER_EACH_MIGRATE_STATEMENT, Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);

	private final RunRecorder recorder;

	RecordingCallback(RunRecorder recorder) {
		this.recorder = recorder;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return EVENTS.contains(event);
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		if (event == Event.BEFORE_EACH_MIGRATE) {
			this.recorder.begin(context.getMigrationInfo(), context.getConnection());
			return;
		}
		try {
			record(event, context);
		}
		// Half a migration would be worse than half a record
		catch (RuntimeException ex) {
			this.recorder.giveUp(ex);
		}
	}

	private void record(Event event, Context context) {
		switch (event) {
			case BEFORE_EACH_MIGRATE_STATEMENT ->
				this.recorder.statement(context.getStatement().getSql(), context.getConnection());
			case AFTER_EACH_MIGRATE_STATEMENT ->
				this.recorder.statementEnded(context.getStatement().getSql(), context.getConnection());
			case AFTER_EACH_MIGRATE -> this.recorder.ended(MigrationOutcome.EXECUTED);
			case AFTER_EACH_MIGRATE_ERROR -> this.recorder.ended(MigrationOutcome.FAILED);
			default -> {
			}
		}
	}

	@Override
	public String getCallbackName() {
		return "resilient-db-recording";
	}

}
