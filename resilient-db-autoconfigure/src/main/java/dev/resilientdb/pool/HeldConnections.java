package dev.resilientdb.pool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.acquisition.AcquisitionInterceptor;
import dev.resilientdb.acquisition.AcquisitionInterceptorFactory;

/**
 * Has every data source note who takes its connections. Safe for use by several threads.
 */
final class HeldConnections implements AcquisitionInterceptorFactory {

	private final Map<String, Leases> leases = new ConcurrentHashMap<>();

	private final ApplicationCode code = new ApplicationCode();

	private final NestedPolicy nested;

	HeldConnections(NestedPolicy nested) {
		this.nested = nested;
	}

	@Override
	public AcquisitionInterceptor create(String dataSource) {
		Leases created = new Leases(new CallSites(this.code), new NestedAcquisitions(dataSource, this.nested),
				System::nanoTime);
		this.leases.put(dataSource, created);
		return new LeaseInterceptor(created, this.code);
	}

	ApplicationCode code() {
		return this.code;
	}

	/**
	 * The leases of a data source, null when its connections are not noted.
	 */
	@Nullable Leases of(String dataSource) {
		return this.leases.get(dataSource);
	}

	long leaks(String dataSource) {
		Leases known = of(dataSource);
		return (known != null) ? known.leaks() : 0;
	}

	long nested(String dataSource) {
		Leases known = of(dataSource);
		return (known != null) ? known.nested().total() : 0;
	}

}
