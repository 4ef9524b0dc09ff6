package dev.resilientdb.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own. Its parameters are those of an ordinary server, except
 * that temporary data is not synchronised to disk.
 */
final class PostgresServer implements OwnServer, AutoCloseable {

	private final EmbeddedPostgres.Builder builder;

	private final Path data;

	private @Nullable EmbeddedPostgres server;

	private PostgresServer(EmbeddedPostgres.Builder builder, Path data) {
		this.builder = builder;
		this.data = data;
	}

	static PostgresServer start(DataDirectory directory, int port) throws IOException {
		Path data = directory.path().resolve("postgresql");
		refuseRunningServer(data);
		// Closed by the application context, which must close the pool before
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(DataDirectory.binaries().resolve("postgresql").toFile())
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(port)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("max_connections", "100");
		if (directory instanceof DataDirectory.Kept) {
			builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
		}
		PostgresServer server = new PostgresServer(builder, data);
		server.start();
		return server;
	}

	private static void refuseRunningServer(Path data) throws IOException {
		Path file = data.resolve("postmaster.pid");
		if (Files.exists(file)) {
			long process = Long.parseLong(Files.readAllLines(file).get(0).trim());
			if (isPostgres(process)) {
				throw new IllegalStateException(
						"Process %d already serves %s. Stop it, or choose another sample.database.directory."
							.formatted(process, data));
			}
		}
	}

	private static boolean isPostgres(long process) {
		return ProcessHandle.of(process)
			.flatMap((handle) -> handle.info().command())
			.filter((command) -> command.contains("postgres"))
			.isPresent();
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port());
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public int port() {
		EmbeddedPostgres running = this.server;
		if (running == null) {
			throw new IllegalStateException("PostgreSQL was never started");
		}
		return running.getPort();
	}

	@Override
	public void start() {
		try {
			EmbeddedPostgres started = this.builder.start();
			// The next start must be found where this one was
			this.builder.setPort(started.getPort());
			this.server = started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void stop() {
		try {
			close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void kill() {
		process().kill();
		// Only a closed server gives up its lock on the directory
		stop();
	}

	@Override
	public void suspend() {
		process().suspend();
	}

	@Override
	public void resume() {
		process().resume();
	}

	private ServerProcess process() {
		return ServerProcess.of(this.data.resolve("postmaster.pid"));
	}

	@Override
	public void close() throws IOException {
		EmbeddedPostgres running = this.server;
		if (running != null) {
			running.close();
		}
	}

}
