package dev.resilientdb.sample.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database that the sample brings along.
 *
 * @param directory Directory that keeps the data; without it the data lives in a
 * temporary directory and ends with the application.
 * @param port Port on the loopback interface; 0 takes a free one.
 * @param network Whether the application reaches its server through a network of our own,
 * which a drill can silence.
 */
@ConfigurationProperties("sample.database")
record DatabaseProperties(@Nullable Path directory, @DefaultValue("0") int port,
		@DefaultValue("false") boolean network) {

	DatabaseProperties {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("sample.database.port must be between 0 and 65535, but is " + port);
		}
	}

}
