package dev.resilientdb.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server of our own. Its parameters are those of an ordinary server, except
 * that temporary data is not synchronised to disk.
 */
final class PostgresServer implements JdbcConnectionDetails, AutoCloseable {

	private final EmbeddedPostgres server;

	private PostgresServer(EmbeddedPostgres server) {
		this.server = server;
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
		return new PostgresServer(builder.start());
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
		return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(this.server.getPort());
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
	public void close() throws IOException {
		this.server.close();
	}

}
