package dev.resilientdb.sample.database;

import java.io.IOException;

import ch.vorburger.exec.ManagedProcessException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * Chooses the database that the sample brings along: PostgreSQL unless a profile says
 * otherwise.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnDatabaseCondition.class)
class OwnDatabaseConfiguration {

	@Bean
	DataDirectory dataDirectory(DatabaseProperties properties) throws IOException {
		return DataDirectory.of(properties);
	}

	@Bean
	@Profile("!mariadb & !h2 & !sqlite")
	PostgresServer postgresServer(DataDirectory directory, DatabaseProperties properties) throws IOException {
		return PostgresServer.start(directory, properties.port());
	}

	@Bean
	@Profile("mariadb")
	MariaDbServer mariaDbServer(DataDirectory directory, DatabaseProperties properties) throws ManagedProcessException {
		return MariaDbServer.start(directory, properties.port());
	}

	@Bean
	@Profile("h2")
	FileDatabase h2Database(DataDirectory directory) {
		return FileDatabase.h2(directory);
	}

	@Bean
	@Profile("sqlite")
	FileDatabase sqliteDatabase(DataDirectory directory) {
		return FileDatabase.sqlite(directory);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("sample.database.network")
	@Profile("!h2 & !sqlite")
	static class Networked {

		@Bean
		Network network(OwnServer server) {
			return Network.to(server.port());
		}

		@Bean
		@Primary
		NetworkedServer networkedServer(OwnServer server, Network network) {
			return new NetworkedServer(server, network);
		}

	}

}
