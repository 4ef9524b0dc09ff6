package dev.resilientdb.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says in sentences what a pool and its database told.
 */
final class Evidence {

	private static final int MOST = 3;

	private Evidence() {
	}

	static List<String> of(Sight sight) {
		List<String> sentences = new ArrayList<>();
		PoolFigures figures = sight.figures();
		if (figures != null) {
			sentences.addAll(of(figures));
		}
		PoolLock lock = sight.holding().lock();
		if (lock != null) {
			sentences.addAll(of(lock));
		}
		else if (figures != null && figures.isExhausted()) {
			sentences.addAll(of(sight.holding().holders()));
		}
		sentences.addAll(sight.holding().remarks());
		sentences.add(answer(sight.probe()));
		return sentences;
	}

	private static List<String> of(PoolFigures figures) {
		List<String> sentences = new ArrayList<>();
		sentences.add("%d of %d connections are in use, %d are free".formatted(figures.active(), figures.max(),
				figures.idle()));
		Integer waiting = figures.waiting();
		if (waiting != null && waiting > 0) {
			sentences
				.add((waiting == 1) ? "1 thread waits for a connection" : waiting + " threads wait for a connection");
		}
		return sentences;
	}

	private static List<String> of(PoolLock lock) {
		List<String> sentences = new ArrayList<>();
		sentences.add((lock.holders() == 1) ? "The only thread that holds connections waits for another one"
				: "All %d threads that hold connections wait for another one".formatted(lock.holders()));
		lock.cycles().stream().limit(MOST).forEach(sentences::add);
		sentences.add("Take inner connections after the outer ones are given back, or give the pool %d threads x"
			.formatted(lock.threads())
				+ " (%d connections - 1) + 1 = %d connections".formatted(lock.depth(), lock.requiredSize()));
		return sentences;
	}

	// Those who hold most first
	private static List<String> of(List<Holder> holders) {
		Map<String, List<Holder>> byName = holders.stream()
			.filter((holder) -> holder.state() != Holder.State.LEAKED)
			.collect(Collectors.groupingBy(Holder::name, LinkedHashMap::new, Collectors.toList()));
		return byName.entrySet()
			.stream()
			.sorted((one, other) -> other.getValue().size() - one.getValue().size())
			.limit(MOST)
			.map((entry) -> "%s holds %s".formatted(entry.getKey(), HolderRemarks.connections(entry.getValue().size())))
			.toList();
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
