package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what one run of Flyway does. Whatever happens to the record, the migration goes
 * on. For one thread.
 */
final class RunRecorder implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RunRecorder.class);

	// That one has ended is told by the next one, unless it takes long to come
	private static final long PAUSE_NANOS = 1_000_000_000L;

	private final MigrationRun run;

	private final RecorderSettings settings;

	private final DataSource outside;

	private final String id = RecorderSettings.newRun();

	private final Map<String, LedgerRow> rows = new LinkedHashMap<>();

	private final Set<String> told = new HashSet<>();

	private @Nullable LedgerConnection connection;

	private Access access = Access.NOT_TRIED;

	private StatementLog log = new StatementLog();

	private @Nullable LedgerRow current;

	private @Nullable Boolean undoesRows;

	private long began;

	private long written;

	RunRecorder(MigrationRun run, RecorderSettings settings, DataSource outside) {
		this.run = run;
		this.settings = settings;
		this.outside = outside;
	}

	/**
	 * Records that a migration begins.
	 * @throws MigrationRefusedException when somebody has left one half done
	 */
	void begin(MigrationInfo migration, Connection flyways) {
		if (this.access == Access.NOT_TRIED) {
			connect();
		}
		Map<LedgerRow, Liveness> halves = ask((connected) -> this.settings.halves(connected, this.run, this.id));
		LedgerConnection own = this.connection;
		if (halves != null && own != null && !halves.isEmpty()) {
			this.settings.refuse(halves, own.ledger().tables(), this.run.history(), this.told);
		}
		this.log = new StatementLog();
		this.began = System.nanoTime();
		boolean marked = own != null && own.marked();
		LedgerRow row = this.settings.row(this.id + "-" + (this.rows.size() + 1), this.run, migration, marked)
			.with(progress(MigrationOutcome.RUNNING, isTransactional(flyways)));
		keep(row);
		tell((connected) -> connected.ledger().insert(row));
	}

	private void connect() {
		this.access = Access.AT_THE_END;
		if (this.run.server().ledger().writers() == LedgerSyntax.Writers.MANY) {
			try {
				this.connection = LedgerConnection.open(this.outside, this.run, this.settings.bookkeeping(), this.id);
				this.access = (this.connection != null) ? Access.NOW : Access.AT_THE_END;
			}
			catch (SQLException | RuntimeException ex) {
				giveUp(ex);
			}
		}
	}

	// What Flyway has decided shows in the connection alone
	private boolean isTransactional(Connection flyways) {
		try {
			return !flyways.getAutoCommit() && isUndoable();
		}
		catch (SQLException ex) {
			return false;
		}
	}

	// Where a change of the schema commits, rows alone can be undone, if their tables do
	// that
	private boolean isUndoable() {
		if (this.run.server().ledger().ddl() == LedgerSyntax.Ddl.TRANSACTIONAL) {
			return !this.log.endsTransactions();
		}
		return this.log.changesRowsAlone() && undoesRows();
	}

	private boolean undoesRows() {
		String lasting = this.run.server().ledger().lasting();
		if (this.undoesRows == null && lasting != null) {
			this.undoesRows = ask((connected) -> connected.undoesRows(lasting));
		}
		return lasting == null || Boolean.TRUE.equals(this.undoesRows);
	}

	// Whoever is killed afterwards must have left it behind
	void statement(@Nullable String sql, Connection flyways) {
		StatementHead head = this.log.begin((sql != null) ? sql : "");
		if (head.changesSchema()) {
			this.undoesRows = null;
		}
		write(Note.BEFORE_IT_RUNS, isTransactional(flyways));
	}

	void statementEnded(@Nullable String sql, Connection flyways) {
		boolean changesSchema = this.log.end((sql != null) ? sql : "").changesSchema();
		write(changesSchema ? Note.AFTER_IT_RAN : Note.WHEN_DUE, isTransactional(flyways));
	}

	private void write(Note note, boolean transactional) {
		LedgerRow row = this.current;
		if (row == null) {
			return;
		}
		boolean changed = row.progress().transactional() != transactional;
		LedgerRow next = row.with(progress(MigrationOutcome.RUNNING, transactional));
		keep(next);
		boolean due = System.nanoTime() - this.written > PAUSE_NANOS;
		if (changed || (!transactional && (note != Note.WHEN_DUE || due))) {
			update(next);
		}
	}

	/**
	 * Records that all statements have run, or that one failed.
	 */
	void ended(MigrationOutcome outcome) {
		LedgerRow row = this.current;
		if (row != null) {
			LedgerRow next = row.with(progress(outcome, row.progress().transactional()));
			keep(next);
			this.current = null;
			if (!next.progress().transactional()) {
				update(next);
			}
		}
	}

	private void update(LedgerRow row) {
		this.written = System.nanoTime();
		tell((connected) -> connected.ledger().update(List.of(row)));
	}

	private void keep(LedgerRow row) {
		this.current = row;
		this.rows.put(row.id(), row);
	}

	private LedgerRow.Progress progress(MigrationOutcome outcome, boolean transactional) {
		Bookkeeper bookkeeping = this.settings.bookkeeping();
		LedgerRow row = this.current;
		String now = bookkeeping.now();
		String started = (row != null) ? row.progress().started() : now;
		boolean ended = outcome != MigrationOutcome.RUNNING;
		Long millis = ended ? (Long) ((System.nanoTime() - this.began) / 1_000_000) : null;
		return new LedgerRow.Progress(outcome, transactional, started, ended ? now : null, millis, this.log.executed(),
				this.log.heads(), null);
	}

	/**
	 * The runs of migrations in this run of Flyway.
	 */
	Map<String, LedgerRow> rows() {
		return this.rows;
	}

	void settled(List<LedgerRow> settled) {
		settled.forEach((row) -> this.rows.put(row.id(), row));
	}

	/**
	 * Whether this run has applied what another one had begun.
	 */
	boolean hasApplied(LedgerRow other) {
		return this.rows.values()
			.stream()
			.anyMatch((row) -> row.progress().outcome() == MigrationOutcome.APPLIED
					&& row.migration().script().equals(other.migration().script()));
	}

	String id() {
		return this.id;
	}

	Access access() {
		return this.access;
	}

	private void tell(Telling telling) {
		Object unused = ask((connected) -> {
			telling.tell(connected);
			return "";
		});
	}

	private <T> @Nullable T ask(Question<T> question) {
		LedgerConnection own = this.connection;
		if (own == null || this.access != Access.NOW) {
			return null;
		}
		try {
			return question.ask(own);
		}
		catch (SQLException | RuntimeException ex) {
			giveUp(ex);
			return null;
		}
	}

	/**
	 * Says once what is lost.
	 */
	void giveUp(Exception ex) {
		if (this.access != Access.NONE) {
			this.access = Access.NONE;
			logger.warn("Runs of migrations cannot be recorded in {} beside history {}: {}. A migration that dies"
					+ " half-way, a changed history and a changed schema will not be recognised. Let the login create"
					+ " and write the table, or set resilient-db.migration.bookkeeping.enabled=false",
					this.settings.bookkeeping().table(), this.run.history().qualifiedTable(),
					this.settings.describe(ex));
			logger.debug("Runs of migrations cannot be recorded", ex);
		}
	}

	@Override
	public void close() {
		LedgerConnection own = this.connection;
		this.connection = null;
		try {
			if (own != null) {
				own.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("The connection of the guard's own could not be closed", ex);
		}
	}

	/**
	 * When runs can be recorded.
	 */
	enum Access {

		NOT_TRIED, NOW, AT_THE_END, NONE

	}

	private enum Note {

		BEFORE_IT_RUNS, AFTER_IT_RAN, WHEN_DUE

	}

	@FunctionalInterface
	private interface Question<T> {

		T ask(LedgerConnection connected) throws SQLException;

	}

	@FunctionalInterface
	private interface Telling {

		void tell(LedgerConnection connected) throws SQLException;

	}

}
