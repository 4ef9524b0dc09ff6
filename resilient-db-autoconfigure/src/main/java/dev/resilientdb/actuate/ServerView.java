package dev.resilientdb.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.pool.ServerLimits;
import dev.resilientdb.pool.ServerReport;

/**
 * What a pool's server told of its limits.
 */
final class ServerView {

	private ServerView() {
	}

	static Map<String, Object> of(@Nullable ServerReport report) {
		Map<String, Object> view = new LinkedHashMap<>();
		ServerLimits limits = (report != null) ? report.limits() : null;
		if (report == null || limits == null) {
			String obstacle = (report != null) ? report.obstacle() : null;
			view.put("unknown", (obstacle != null) ? obstacle : "The server was not asked yet");
			return view;
		}
		view.put("limits", limits.allowances());
		Duration idleTimeout = limits.idleTimeout();
		view.put("idleTimeout", (idleTimeout != null) ? idleTimeout.toMillis() + "ms" : null);
		view.put("time", report.time());
		return view;
	}

}
