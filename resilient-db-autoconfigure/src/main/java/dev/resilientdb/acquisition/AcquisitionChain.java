package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.transaction.TransactionExecution;

/**
 * The interceptors of one data source, the first outermost.
 */
final class AcquisitionChain {

	private final List<AcquisitionInterceptor> interceptors;

	AcquisitionChain(List<AcquisitionInterceptor> interceptors) {
		this.interceptors = List.copyOf(interceptors);
	}

	/**
	 * The source with the interceptors around it, to be kept: taking a connection from it
	 * allocates nothing.
	 */
	ConnectionSource around(ConnectionSource source) {
		ConnectionSource outermost = source;
		for (int i = this.interceptors.size() - 1; i >= 0; i--) {
			outermost = new Link(this.interceptors.get(i), outermost);
		}
		return outermost;
	}

	void beforeBegin(TransactionExecution transaction) {
		this.interceptors.forEach((interceptor) -> interceptor.beforeBegin(transaction));
	}

	void afterEnd(TransactionExecution transaction) {
		this.interceptors.forEach((interceptor) -> interceptor.afterEnd(transaction));
	}

	private record Link(AcquisitionInterceptor interceptor, ConnectionSource next) implements ConnectionSource {

		@Override
		public Connection connect() throws SQLException {
			return this.interceptor.acquire(this.next);
		}

	}

}
