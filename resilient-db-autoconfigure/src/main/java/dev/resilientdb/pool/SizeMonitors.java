package dev.resilientdb.pool;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.pool.SizeMonitor.Server;

/**
 * Creates monitors with what fits the data source.
 *
 * @param controls finds the pools that can be controlled
 * @param servers the servers behind the data sources
 * @param autoscales lets pools grow and shrink
 * @param facts what the application uses its connections with
 * @param loadBalancerTimeout after which somebody in between cuts idle connections, null
 * when nobody does
 */
record SizeMonitors(PoolControls controls, Servers servers, Autoscales autoscales, Supplier<ApplicationFacts> facts,
		@Nullable Duration loadBalancerTimeout) {

	private static final PoolAdvisor ADVISOR = PoolAdvisor.withAllRules();

	SizeMonitor create(String dataSource, String product) {
		PoolControl pool = this.controls.find(dataSource);
		Server server = this.servers.create(dataSource, product);
		Autoscale autoscale = this.autoscales.create(dataSource, pool, server, this.servers.clock());
		return new SizeMonitor(pool, server, autoscale, this::advise);
	}

	private List<Advice> advise(PoolReport report, @Nullable PoolSetup setup, ServerReport server, Pressure pressure) {
		return ADVISOR.advise(new PoolSituation(report.dataSource(), report.figures(), report.nested(), setup, server,
				pressure, this.facts.get(), this.loadBalancerTimeout));
	}

}
