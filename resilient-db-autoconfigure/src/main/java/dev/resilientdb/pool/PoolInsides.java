package dev.resilientdb.pool;

import java.time.InstantSource;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.util.ClassUtils;

/**
 * Finds out what can be seen of a pool.
 */
final class PoolInsides {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PoolInsides.class.getClassLoader());

	private final DataSourcePoolMetadataProvider metadata;

	private final @Nullable HeldConnections held;

	private final LeaseThresholds thresholds;

	/**
	 * Creates it.
	 * @param held null when no connections are noted
	 */
	PoolInsides(DataSourcePoolMetadataProvider metadata, @Nullable HeldConnections held, LeaseThresholds thresholds) {
		this.metadata = metadata;
		this.held = held;
		this.thresholds = thresholds;
	}

	PoolInside of(String name, DataSource dataSource, InstantSource clock) {
		return new PoolInside(reader(dataSource), holders(name, clock));
	}

	private @Nullable PoolReader reader(DataSource dataSource) {
		PoolReader hikari = HIKARI_PRESENT ? Hikari.reader(dataSource) : null;
		if (hikari != null) {
			return hikari;
		}
		DataSourcePoolMetadata pool = this.metadata.getDataSourcePoolMetadata(dataSource);
		return (pool != null) ? new MetadataPoolReader(pool) : null;
	}

	private @Nullable LeaseInspector holders(String name, InstantSource clock) {
		Leases leases = (this.held != null) ? this.held.of(name) : null;
		return (this.held != null && leases != null)
				? new LeaseInspector(leases, this.held.code(), this.thresholds, new LeaseLog(name, clock)) : null;
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		static @Nullable PoolReader reader(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? new HikariPoolReader(pool) : null;
		}

	}

}
