package dev.resilientdb.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a server last told of its limits.
 *
 * @param time when it was asked
 * @param limits what it told, null when that is not known
 * @param obstacle why it is not known, null when it is
 */
public record ServerReport(Instant time, @Nullable ServerLimits limits, @Nullable String obstacle) {

	static ServerReport unknown(Instant time, String obstacle) {
		return new ServerReport(time, null, obstacle);
	}

}
