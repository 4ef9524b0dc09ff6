package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Real connections whose calls fail as planned. Below a pool it makes the pool's own
 * connections break, so that eviction and what the pool does to exceptions happen for
 * real.
 */
public final class FaultyDataSource extends AbstractDataSource {

	private final DataSource target;

	private final ProductFaults product;

	private final FaultPlan plan;

	/**
	 * Injects faults into the connections of the given data source.
	 */
	public FaultyDataSource(DataSource target, ProductFaults product, FaultPlan plan) {
		this.target = target;
		this.product = product;
		this.plan = plan;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.plan.next(FaultSite.CONNECT) == Fault.REFUSED) {
			throw this.product.refused();
		}
		return new FaultyConnection(this.target.getConnection(), this.product, this.plan).proxy();
	}

	@Override
	public Connection getConnection(String username, String password) {
		throw new UnsupportedOperationException("The user is the target's");
	}

}
