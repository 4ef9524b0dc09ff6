package dev.resilientdb.proof;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultPlan;
import dev.resilientdb.test.FaultSite;

/**
 * Faults by chance: rare in statements, more frequent where transactions end.
 */
final class RandomFaults implements FaultPlan {

	private static final Map<FaultSite, List<Fault>> FAULTS = new EnumMap<>(FaultSite.class);

	static {
		for (FaultSite site : FaultSite.values()) {
			FAULTS.put(site,
					Stream.of(Fault.values()).filter((fault) -> fault != Fault.NONE && fault.strikesAt(site)).toList());
		}
	}

	private final SplittableRandom random;

	RandomFaults(SplittableRandom random) {
		this.random = random;
	}

	@Override
	public Fault next(FaultSite site) {
		if (this.random.nextDouble() >= probability(site)) {
			return Fault.NONE;
		}
		List<Fault> faults = FAULTS.get(site);
		return faults.get(this.random.nextInt(faults.size()));
	}

	private static double probability(FaultSite site) {
		return switch (site) {
			case COMMIT -> 0.08;
			case ROLLBACK, ROLLBACK_TO_SAVEPOINT -> 0.15;
			case EXECUTE -> 0.02;
			case CONNECT, SAVEPOINT, RELEASE_SAVEPOINT -> 0.01;
			case AUTO_COMMIT, PREPARE, NEXT, CLOSE -> 0.004;
		};
	}

}
