package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.resilientdb.pool.ApplicationFacts.Flyway;
import dev.resilientdb.pool.ApplicationFacts.Pool;
import dev.resilientdb.pool.ApplicationFacts.Requests;
import dev.resilientdb.pool.ApplicationFacts.Threads;
import dev.resilientdb.pool.ApplicationFacts.View;
import dev.resilientdb.pool.ServerLimits.Allowance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is advised on a pool of ten connections with HikariCP's defaults, in an
 * application with Spring Boot's, on a server with a hundred connections.
 */
class PoolAdvisorTests {

	private static final Pressure NONE = new Pressure(0, 4, null);

	private static final Pressure HARD = new Pressure(7, 10, null);

	private PoolSetup setup = new PoolSetup(10, 10, Duration.ofSeconds(30), Duration.ofSeconds(5),
			Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(2));

	private ServerLimits limits = new ServerLimits(List.of(new Allowance("max_connections", 100, 3, 30)),
			Duration.ofHours(8));

	private Pressure pressure = NONE;

	private List<NestedAcquisition> nested = List.of();

	private ApplicationFacts facts = facts(Requests.PLATFORM_THREADS, View.CLOSED, Map.of(), Flyway.ON_POOL);

	private Duration loadBalancerTimeout;

	@Test
	void nothingIsSaidOfAHealthyDefault() {
		assertThat(advice()).isEmpty();
	}

	@Test
	void openInViewIsNotBlamedWhileNobodyWaits() {
		this.facts = facts(Requests.PLATFORM_THREADS, View.OPEN, Map.of(), Flyway.ON_POOL);
		assertThat(advice()).isEmpty();
	}

	@Test
	void poolAboveTheServersLimitIsToBeLowered() {
		this.setup = this.setup.withMaximumPoolSize(200);
		assertThat(advice()).first().satisfies((advice) -> {
			assertThat(advice.id()).isEqualTo("pool-above-server-limit");
			assertThat(advice.evidence()).isEqualTo(
					"The pool of data source 'dataSource' may have 200 connections, while max_connections is 100,"
							+ " of which 3 are reserved.");
			assertThat(advice.action()).startsWith("Set spring.datasource.hikari.maximum-pool-size to at most 97,");
		});
	}

	@Test
	void serverThatOthersFillIsTold() {
		this.limits = new ServerLimits(List.of(new Allowance("max_connections", 100, 3, 95)), null);
		assertThat(ids()).containsExactly("server-nearly-full");
		assertThat(advice().get(0).evidence())
			.endsWith("has 4 connections and may have 10, while the server has 2 left.");
	}

	@Test
	void serverOfWhichOnlyTheLimitIsKnownIsNotJudgedFull() {
		this.limits = new ServerLimits(List.of(new Allowance("max_connections", 100, 3, null)), null);
		assertThat(advice()).isEmpty();
	}

	@Test
	void moreWebThreadsThanConnectionsAreToldWhenCallersWait() {
		this.pressure = HARD;
		assertThat(ids()).contains("pool-smaller-than-web-threads");
		assertThat(advice().get(0).evidence()).contains("up to 200 requests run at once (server.tomcat.threads.max)",
				"up to 7 threads waited", "the server has 67 connections left");
	}

	@Test
	void virtualThreadsAreToldWhenCallersWait() {
		this.pressure = HARD;
		this.facts = facts(Requests.VIRTUAL_THREADS, View.CLOSED, Map.of(), Flyway.ON_POOL);
		assertThat(advice().get(0).evidence()).contains("as many requests as come run in virtual threads");
	}

	@Test
	void longConnectionTimeoutIsToldWhenCallersWait() {
		this.pressure = HARD;
		assertThat(ids()).contains("connection-timeout-too-long");
		this.setup = this.setup.withConnectionTimeout(Duration.ofSeconds(3));
		assertThat(ids()).doesNotContain("connection-timeout-too-long");
	}

	@Test
	void openInViewIsToldWhenCallersWait() {
		this.pressure = HARD;
		this.facts = facts(Requests.PLATFORM_THREADS, View.OPEN, Map.of(), Flyway.ON_POOL);
		assertThat(ids()).contains("open-in-view-holds-connections");
	}

	@Test
	void tasksThatCanTakeAllConnectionsAreTold() {
		this.facts = facts(Requests.PLATFORM_THREADS, View.CLOSED, Map.of("spring.task.scheduling.pool.size", 10),
				Flyway.ON_POOL);
		assertThat(ids()).containsExactly("task-threads-take-all-connections");
		assertThat(advice().get(0).action()).startsWith("Set spring.task.scheduling.pool.size below");
	}

	@Test
	void poolOfOneConnectionIsTooSmallForFlyway() {
		this.setup = this.setup.withMaximumPoolSize(1);
		assertThat(ids()).contains("pool-too-small-for-flyway");
	}

	@Test
	void poolOfOneConnectionIsLargeEnoughWhenFlywayHasItsOwn() {
		this.setup = this.setup.withMaximumPoolSize(1);
		this.facts = facts(Requests.PLATFORM_THREADS, View.CLOSED, Map.of(), Flyway.ELSEWHERE);
		assertThat(advice()).isEmpty();
	}

	@Test
	void serverThatEndsIdleSessionsBeforeTheyAreRenewedIsTold() {
		this.limits = new ServerLimits(this.limits.allowances(), Duration.ofSeconds(60));
		assertThat(ids()).containsExactly("connections-outlive-server-timeout");
		assertThat(advice().get(0).evidence()).contains("idle for 60 s", "may be idle for 120 s");
		assertThat(advice().get(0).action()).contains("spring.datasource.hikari.keepalive-time", "below 60 s");
	}

	@Test
	void serverThatEndsIdleSessionsSoonerThanHikariCanRenewIsToBeChanged() {
		this.limits = new ServerLimits(this.limits.allowances(), Duration.ofSeconds(20));
		assertThat(advice().get(0).action()).startsWith("Raise that timeout above 30 s");
	}

	@Test
	void loadBalancerThatCutsIdleConnectionsIsTold() {
		this.loadBalancerTimeout = Duration.ofSeconds(100);
		assertThat(ids()).containsExactly("connections-outlive-load-balancer");
		this.loadBalancerTimeout = Duration.ofSeconds(350);
		assertThat(advice()).isEmpty();
	}

	@Test
	void callersThatWaitForConnectionsToBeOpenedAreTold() {
		this.pressure = new Pressure(3, 10, 2);
		this.setup = this.setup.withMinimumIdle(2);
		assertThat(ids()).contains("too-few-connections-ready");
	}

	@Test
	void poolLargerThanItsCallersIsTold() {
		this.setup = this.setup.withMaximumPoolSize(90);
		this.facts = new ApplicationFacts(Pool.FOREIGN, new Threads("server.tomcat.threads.max", 20),
				Requests.PLATFORM_THREADS, View.CLOSED, Map.of(), Flyway.ELSEWHERE);
		this.limits = new ServerLimits(List.of(), null);
		assertThat(ids()).containsExactly("pool-larger-than-callers");
		assertThat(advice().get(0).evidence()).contains("have 29 threads", "at most 4 connections were in use");
		assertThat(advice().get(0).action()).isEqualTo("Lower maximum-pool-size of data source 'dataSource'.");
	}

	@Test
	void whatMattersMostComesFirst() {
		this.setup = this.setup.withMaximumPoolSize(200);
		this.pressure = HARD;
		this.loadBalancerTimeout = Duration.ofSeconds(30);
		assertThat(advice()).extracting(Advice::severity).isSorted();
		assertThat(ids()).hasSizeGreaterThan(2).startsWith("pool-above-server-limit");
	}

	@Test
	void nestedAcquisitionNeedsOneConnectionMoreThanThreads() {
		this.nested = List.of(new NestedAcquisition("Checkout.order", "Journal.write", 12));
		assertThat(advice()).singleElement().satisfies((advice) -> {
			assertThat(advice.id()).isEqualTo("nested-acquisition");
			assertThat(advice.evidence())
				.contains("Checkout.order held one while Journal.write asked for another (12 times)");
			assertThat(advice.action()).contains("at least 201 for the 200 threads of server.tomcat.threads.max");
		});
	}

	@Test
	void nestedAcquisitionIsNoDangerToPoolThatIsLargerThanTheThreads() {
		this.limits = null;
		this.setup = this.setup.withMaximumPoolSize(201);
		this.pressure = new Pressure(0, 201, null);
		this.nested = List.of(new NestedAcquisition("Checkout.order", "Journal.write", 12));
		assertThat(ids()).doesNotContain("nested-acquisition");
	}

	private List<String> ids() {
		return advice().stream().map(Advice::id).toList();
	}

	private List<Advice> advice() {
		PoolFigures figures = new PoolFigures(this.pressure.mostActive(), 0, 4, 0, this.setup.maximumPoolSize());
		return PoolAdvisor.withAllRules()
			.advise(new PoolSituation("dataSource", figures, this.nested, this.setup,
					new ServerReport(Instant.EPOCH, this.limits, null), this.pressure, this.facts,
					this.loadBalancerTimeout));
	}

	private static ApplicationFacts facts(Requests requests, View view, Map<String, Integer> tasks, Flyway flyway) {
		return new ApplicationFacts(Pool.BOOTS, new Threads("server.tomcat.threads.max", 200), requests, view, tasks,
				flyway);
	}

}
