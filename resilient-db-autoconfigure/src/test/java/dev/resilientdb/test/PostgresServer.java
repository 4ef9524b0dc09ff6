package dev.resilientdb.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL from the binaries of the package registry, on a loopback port. The
 * administrator is trusted, everyone else needs a password.
 */
public final class PostgresServer extends ProductServer {

	private static final String ACCESS = """
			host all postgres 127.0.0.1/32 trust
			host all all 127.0.0.1/32 scram-sha-256
			""";

	private final TemporaryDirectory directory = TemporaryDirectory.create("postgres");

	private final EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();

	private EmbeddedPostgres server;

	private PostgresServer(Map<String, String> settings) {
		super(ServerProduct.POSTGRES);
		this.builder.setDataDirectory(this.directory.path())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPgBinaryResolver(PostgresServer::binaries)
			.setDataDirectoryCustomizer(PostgresServer::allowAccess)
			.setPGStartupWait(Duration.ofSeconds(30))
			.setLocaleConfig("locale", "C")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("deadlock_timeout", "100ms");
		settings.forEach(this.builder::setServerConfig);
		restart();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * The server that all tests share, started when it is first asked for.
	 */
	public static PostgresServer shared() {
		return Shared.SERVER;
	}

	/**
	 * Starts a server with the given {@code postgresql.conf} settings for one test alone.
	 */
	public static PostgresServer start(Map<String, String> settings) {
		return new PostgresServer(settings);
	}

	private static InputStream binaries(String system, String machine) throws IOException {
		try {
			return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
		}
		catch (IllegalStateException ex) {
			throw new TestAbortedException("No PostgreSQL binaries for " + system + " on " + machine, ex);
		}
	}

	private static void allowAccess(File dataDirectory) {
		try {
			Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), ACCESS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	int port() {
		return this.server.getPort();
	}

	@Override
	public void stop() {
		try {
			this.server.close();
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
		return ServerProcess.of(this.directory.path().resolve("postmaster.pid"));
	}

	@Override
	public void restart() {
		try {
			this.server = this.builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		stop();
		this.directory.delete();
	}

	/**
	 * Started by the first use.
	 */
	private static final class Shared {

		static final PostgresServer SERVER = start(Map.of());

	}

}
