package dev.resilientdb.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says in sentences what a pool and its database told.
 */
final class Evidence {

	private Evidence() {
	}

	static List<String> of(@Nullable PoolFigures figures, ProbeAnswer probe) {
		List<String> sentences = new ArrayList<>();
		if (figures != null) {
			sentences.add("%d of %d connections are in use, %d are free".formatted(figures.active(), figures.max(),
					figures.idle()));
			Integer waiting = figures.waiting();
			if (waiting != null && waiting > 0) {
				sentences.add((waiting == 1) ? "1 thread waits for a connection"
						: waiting + " threads wait for a connection");
			}
		}
		sentences.add(answer(probe));
		return sentences;
	}

	private static String answer(ProbeAnswer probe) {
		return switch (probe.outcome()) {
			case NOT_ASKED -> "The database was not asked";
			case ANSWERED -> "The database answered in " + text(probe.latency()) + " outside the pool";
			case SILENT -> "The database has not answered for " + text(probe.latency());
			case FAILED ->
				(probe.failure() != null) ? "The database refused a connection outside the pool: " + probe.failure()
						: "A connection outside the pool failed for an unknown reason";
		};
	}

	private static String text(Duration duration) {
		return duration.toMillis() + " ms";
	}

}
