package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Random orders, carried out by many threads at once. Everything about an order follows
 * from the seed and its number, whichever thread carries it out; how the threads meet
 * does not.
 *
 * @param seed where chance begins
 * @param orders how many
 * @param threads how many at once
 * @param deeds what may be done
 */
record Workload(long seed, int orders, int threads, List<Deed> deeds) {

	private static final long LIMIT_MINUTES = 10;

	/**
	 * With the seed of the system property {@code ledger.seed}, or one by chance; as many
	 * times larger as {@code ledger.scale} says.
	 */
	static Workload random(int orders, int threads, List<Deed> deeds) {
		long seed = Long.getLong("ledger.seed", ThreadLocalRandom.current().nextLong());
		return new Workload(seed, orders * Integer.getInteger("ledger.scale", 1), threads, deeds);
	}

	List<Answer> run(Teller teller) {
		ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
		ExecutorService executor = Executors.newFixedThreadPool(this.threads);
		try {
			CompletableFuture<?>[] all = IntStream.rangeClosed(1, this.orders)
				.mapToObj((id) -> CompletableFuture.runAsync(() -> answers.add(ask(teller, id)), executor))
				.toArray(CompletableFuture<?>[]::new);
			CompletableFuture.allOf(all).orTimeout(LIMIT_MINUTES, TimeUnit.MINUTES).join();
		}
		finally {
			executor.shutdownNow();
		}
		return new ArrayList<>(answers);
	}

	private Answer ask(Teller teller, int id) {
		SplittableRandom random = new SplittableRandom(this.seed + id * 0x9E3779B97F4A7C15L);
		Deed deed = this.deeds.get(random.nextInt(this.deeds.size()));
		int from = random.nextInt(Premises.ACCOUNTS);
		int to = (from + random.nextInt(1, Premises.ACCOUNTS)) % Premises.ACCOUNTS;
		Order order = new Order(id, from, to, random.nextInt(1, 100));
		return teller.ask(deed, order, new RandomFaults(random.split()));
	}

}
