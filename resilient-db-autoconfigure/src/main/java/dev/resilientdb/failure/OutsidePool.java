package dev.resilientdb.failure;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariCredentialsProvider;
import com.zaxxer.hikari.util.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Dispatcher;
import org.springframework.cglib.proxy.Factory;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Opens connections to a data source's database the way its pool does, without the pool.
 */
final class OutsidePool {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariConfig",
			OutsidePool.class.getClassLoader());

	private OutsidePool() {
	}

	/**
	 * A data source that opens a new connection each time.
	 * @throws RuntimeException when the data source does not tell how it connects
	 */
	static DataSource of(DataSource dataSource) {
		if (dataSource instanceof AbstractDriverBasedDataSource) {
			return itself(dataSource);
		}
		DataSource hikari = HIKARI_PRESENT ? Hikari.of(dataSource) : null;
		return (hikari != null) ? hikari : derived(dataSource);
	}

	// Whoever stands around the application's connections must not refuse those that find
	// out whether the database is there
	private static DataSource itself(DataSource dataSource) {
		Callback[] callbacks = (dataSource instanceof Factory generated) ? generated.getCallbacks() : new Callback[0];
		for (Callback callback : callbacks) {
			if (callback instanceof Dispatcher dispatcher && target(dispatcher) instanceof DataSource target) {
				return target;
			}
		}
		return dataSource;
	}

	private static @Nullable Object target(Dispatcher dispatcher) {
		try {
			return dispatcher.loadObject();
		}
		// What the interface declares
		catch (Exception ex) {
			throw new IllegalStateException("Data source behind a generated class cannot be found", ex);
		}
	}

	private static SimpleDriverDataSource derived(DataSource dataSource) {
		return DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build();
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		static @Nullable DataSource of(DataSource dataSource) {
			if (!(dataSource instanceof HikariConfig pool)) {
				return null;
			}
			if (pool.getDataSource() != null) {
				return OutsidePool.of(pool.getDataSource());
			}
			SimpleDriverDataSource result = derived(dataSource);
			result.setConnectionProperties(pool.getDataSourceProperties());
			result.setCatalog(pool.getCatalog());
			result.setSchema(pool.getSchema());
			logIn(result, pool.getCredentialsProvider());
			return result;
		}

		private static void logIn(SimpleDriverDataSource dataSource, @Nullable HikariCredentialsProvider provider) {
			if (provider != null) {
				Credentials credentials = provider.getCredentials();
				dataSource.setUsername(credentials.getUsername());
				dataSource.setPassword(credentials.getPassword());
			}
		}

	}

}
