package dev.resilientdb.acquisition;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The chain of each data source, created with it. Safe for use by several threads.
 */
final class AcquisitionChains {

	private final Map<String, AcquisitionChain> chains = new ConcurrentHashMap<>();

	private final Supplier<List<AcquisitionInterceptorFactory>> factories;

	AcquisitionChains(Supplier<List<AcquisitionInterceptorFactory>> factories) {
		this.factories = factories;
	}

	/**
	 * The chain of a data source that has just been created, also one that takes
	 * another's place.
	 * @return the chain, or null when nobody stands around its connections
	 */
	@Nullable AcquisitionChain create(String dataSource) {
		List<AcquisitionInterceptorFactory> creators = this.factories.get();
		if (creators.isEmpty()) {
			return null;
		}
		AcquisitionChain chain = new AcquisitionChain(
				creators.stream().map((factory) -> factory.create(dataSource)).toList());
		this.chains.put(dataSource, chain);
		return chain;
	}

	@Nullable AcquisitionChain find(String dataSource) {
		return this.chains.get(dataSource);
	}

}
