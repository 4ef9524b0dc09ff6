package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One question to a database, which may hang.
 */
final class ProbeQuestion implements Runnable {

	private final Instant begun;

	private final ProbeConnections connections;

	private final Asker asker;

	private volatile @Nullable Connection connection;

	private boolean excused;

	/**
	 * Creates a question.
	 * @param kept to be asked first, null when there is none
	 */
	ProbeQuestion(Instant begun, @Nullable Connection kept, ProbeConnections connections, Asker asker) {
		this.begun = begun;
		this.connection = kept;
		this.connections = connections;
		this.asker = asker;
	}

	Instant begun() {
		return this.begun;
	}

	@Nullable Connection connection() {
		return this.connection;
	}

	// Drivers and data sources of any vendor run here
	@Override
	public void run() {
		try {
			this.asker.answered(this, ask());
		}
		catch (SQLException | RuntimeException | Error ex) {
			this.asker.failed(this, ex);
		}
	}

	private @Nullable Connection ask() throws SQLException {
		Connection known = this.connection;
		if (known != null) {
			if (this.connections.stillWorks(known)) {
				return known;
			}
			this.connections.close(known);
		}
		Connection opened = this.connections.open();
		this.connection = opened;
		return this.connections.keep(opened);
	}

	/**
	 * Excuses a late answer, once: a database that is silent is so at the next look, too.
	 */
	boolean excuse() {
		boolean first = !this.excused;
		this.excused = true;
		return first;
	}

	/**
	 * Lets nobody wait for the answer any longer.
	 */
	void giveUp() {
		Connection hanging = this.connection;
		if (hanging != null) {
			this.connections.abort(hanging);
		}
	}

	/**
	 * Who hears the answer, in the thread that got it.
	 */
	interface Asker {

		void answered(ProbeQuestion question, @Nullable Connection connection);

		void failed(ProbeQuestion question, Throwable failure);

	}

}
