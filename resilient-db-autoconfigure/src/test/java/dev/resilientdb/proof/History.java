package dev.resilientdb.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of many orders.
 *
 * @param seed makes the same orders and faults again
 * @param answers one for each order
 * @param calls how many retried calls were made, those inside others not counted
 * @param innerCalls how many retried calls were made inside others
 */
record History(long seed, List<Answer> answers, int calls, int innerCalls) {

	Map<Told, Long> told() {
		return this.answers.stream().collect(Collectors.groupingBy(Answer::told, TreeMap::new, Collectors.counting()));
	}

	/**
	 * The answers with faults, how often each fault struck.
	 */
	Map<String, Long> strikes() {
		return this.answers.stream()
			.flatMap((answer) -> answer.strikes().stream())
			.map((strike) -> strike.substring(strike.indexOf(':') + 1))
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

	List<Answer> ordered() {
		return this.answers.stream().sorted(Comparator.comparing((answer) -> answer.order().id())).toList();
	}

	@Override
	public String toString() {
		return "%d orders, told %s, faults %s; again with -Dledger.seed=%d".formatted(this.answers.size(), told(),
				strikes(), this.seed);
	}

}
