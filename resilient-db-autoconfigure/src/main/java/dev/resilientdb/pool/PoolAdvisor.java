package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Advises on the size and the times of pools.
 *
 * @param rules each of them may have something to say
 */
record PoolAdvisor(List<SizingRule> rules) {

	PoolAdvisor {
		rules = List.copyOf(rules);
	}

	static PoolAdvisor withAllRules() {
		return new PoolAdvisor(List.of(new ServerLimitRule(), new ServerShareRule(), new FlywayRule(),
				new WebThreadsRule(), new NestedAcquisitionRule(), new OpenInViewRule(), new ConnectionTimeoutRule(),
				new TaskThreadsRule(), IdleCutRule.ofServer(), IdleCutRule.ofLoadBalancer(), new MinimumIdleRule(),
				new OversizedPoolRule()));
	}

	/**
	 * All advice on a pool, that which matters most first.
	 */
	List<Advice> advise(PoolSituation situation) {
		List<Advice> advice = new ArrayList<>();
		for (SizingRule rule : this.rules) {
			Advice found = rule.examine(situation);
			if (found != null) {
				advice.add(found);
			}
		}
		advice.sort(Comparator.comparing(Advice::severity));
		return List.copyOf(advice);
	}

}
