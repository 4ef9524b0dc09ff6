package dev.resilientdb.retry;

import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * How a data source opens its connections. The URL may contain credentials and is never
 * printed.
 *
 * @param url the JDBC URL
 * @param properties what is passed to the driver besides
 */
record JdbcSettings(String url, Properties properties) {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			JdbcSettings.class.getClassLoader());

	/**
	 * Reads the settings of a data source without opening a connection.
	 * @return the settings, or null when it does not tell them
	 */
	static @Nullable JdbcSettings of(DataSource dataSource) {
		// Asking would create what stands behind
		if (dataSource instanceof Advised proxy && !proxy.getTargetSource().isStatic()) {
			return null;
		}
		JdbcSettings ofPool = HIKARI_PRESENT ? Hikari.settings(dataSource) : null;
		if (ofPool != null) {
			return ofPool;
		}
		AbstractDriverBasedDataSource plain = DataSourceUnwrapper.unwrap(dataSource,
				AbstractDriverBasedDataSource.class);
		if (plain != null) {
			return of(plain.getUrl(), plain.getConnectionProperties());
		}
		return (dataSource instanceof DelegatingDataSource) ? null : of(property(dataSource), null);
	}

	private static @Nullable JdbcSettings of(@Nullable String url, @Nullable Properties properties) {
		return (url != null) ? new JdbcSettings(url, (properties != null) ? properties : new Properties()) : null;
	}

	// The name that Tomcat's pool, Commons DBCP and most drivers give it
	private static @Nullable String property(DataSource dataSource) {
		try {
			return (PropertyAccessorFactory.forBeanPropertyAccess(dataSource)
				.getPropertyValue("url") instanceof String url) ? url : null;
		}
		catch (BeansException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "JdbcSettings";
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		static @Nullable JdbcSettings settings(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? of(pool.getJdbcUrl(), pool.getDataSourceProperties()) : null;
		}

	}

}
