package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.resilientdb.pool.Resizes.Direction;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a pool of two connections grows to at most five, on a server with twenty, one of
 * which stays free. Time passes when the test says so.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class AutoscaleContract {

	private static final Duration GROW_AFTER = Duration.ofSeconds(2);

	private static final Duration SHRINK_AFTER = Duration.ofMinutes(10);

	private final Resizes resizes = new Resizes();

	private DatabaseServer server;

	private TestDatabase database;

	private CrowdedPool crowd;

	private LimitsProbe limits;

	private Autoscale autoscale;

	private Instant now;

	private AskedServer asked;

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer(Map<String, String> settings);

	abstract String product();

	@BeforeAll
	void startServerOfItsOwn() {
		this.server = startServer(Map.of("max_connections", "20"));
	}

	@AfterAll
	void closeServer() {
		this.server.close();
	}

	@BeforeEach
	void create() {
		this.now = Instant.EPOCH;
		this.database = TestDatabase.on(this.server);
		this.asked = new AskedServer(product(), this.database.dataSource());
		scale(crowded());
	}

	// Nobody gives up while a slow machine prepares the rest
	private CrowdedPool crowded() {
		return new CrowdedPool(this.database.owner().pool(2, Duration.ofMinutes(1)));
	}

	private void scale(CrowdedPool pool) {
		this.crowd = pool;
		this.limits = new LimitsProbe(this.asked, (failure) -> null, Runnable::run, Duration.ofHours(1),
				() -> this.now);
		this.autoscale = new Autoscale(new PoolResizer("dataSource", new HikariControl(pool.pool()), this.resizes),
				this.limits, pool::handedOut, new SizingProperties.Autoscale(true, 5, 2, GROW_AFTER, SHRINK_AFTER, 1),
				() -> this.now);
	}

	@AfterEach
	void drop() {
		this.crowd.close();
		this.database.close();
	}

	@Test
	void growsByStepWhenCallersWaitAndServesThem() throws SQLException {
		growOnce();
		assertThat(size()).isEqualTo(4);
		this.crowd.awaitWaiting(0);
	}

	@Test
	void growsNotBeforeTheWaitLasts() throws SQLException {
		this.crowd.crowd(3);
		look(PoolVerdict.EXHAUSTED);
		this.crowd.turnOver();
		pass(GROW_AFTER.minusMillis(1));
		look(PoolVerdict.EXHAUSTED);
		look(PoolVerdict.EXHAUSTED);
		assertThat(size()).isEqualTo(2);
	}

	@Test
	void growsUpToTheBoundAndNoFurther() throws SQLException {
		growOnce();
		growAgain(2);
		assertThat(size()).isEqualTo(5);
		growAgain(1);
		assertThat(size()).isEqualTo(5);
	}

	@Test
	void growsNotWhileNoConnectionComesBack() {
		this.crowd.crowd(3);
		look(PoolVerdict.EXHAUSTED);
		pass(GROW_AFTER);
		look(PoolVerdict.EXHAUSTED);
		look(PoolVerdict.EXHAUSTED);
		assertThat(size()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTED")
	void growsOnlyWhenThePoolIsToBlame(PoolVerdict verdict) throws SQLException {
		this.crowd.crowd(3);
		look(verdict);
		this.crowd.turnOver();
		pass(GROW_AFTER);
		look(verdict);
		look(verdict);
		assertThat(size()).isEqualTo(2);
	}

	@Test
	void growsOnlyIntoTheRoomThatTheServerHas() throws SQLException {
		this.crowd.crowd(3);
		try (HikariDataSource others = leaveFree(2)) {
			grow();
			assertThat(size()).isEqualTo(3);
		}
	}

	@Test
	void growsNotOnFullServerAndGrowsWhenItHasRoomAgain() throws SQLException {
		this.crowd.crowd(4);
		try (HikariDataSource others = leaveFree(1)) {
			grow();
			assertThat(size()).isEqualTo(2);
		}
		grow();
		assertThat(size()).isEqualTo(4);
	}

	@Test
	void growsNotIntoWhatAnotherInstanceTook() throws SQLException {
		CrowdedPool own = this.crowd;
		try (CrowdedPool other = crowded()) {
			own.crowd(0);
			other.crowd(0);
			try (HikariDataSource others = leaveFree(3)) {
				own.queue(3);
				grow();
				own.awaitWaiting(0);
				scale(other);
				other.queue(3);
				grow();
				assertThat(own.pool().getMaximumPoolSize()).isEqualTo(4);
				assertThat(other.pool().getMaximumPoolSize()).isEqualTo(2);
			}
			finally {
				this.crowd = own;
			}
		}
	}

	@Test
	void growsNotWhileTheServerDoesNotTellAndSaysSoOnce(CapturedOutput output) throws SQLException {
		this.asked.fallSilent();
		this.crowd.crowd(4);
		grow();
		grow();
		assertThat(size()).isEqualTo(2);
		assertThat(output).containsOnlyOnce("it is not known how many connections the server has left");
	}

	@Test
	void shrinksStepByStepToTheConfiguredSizeWhenNobodyNeedsMore() throws SQLException {
		growOnce();
		growAgain(2);
		this.crowd.leave();
		rest();
		assertThat(size()).isEqualTo(3);
		rest();
		assertThat(size()).isEqualTo(2);
		rest();
		assertThat(size()).isEqualTo(2);
	}

	@Test
	void shrinksNotWhileTheLastStepIsUsed() throws SQLException {
		growOnce();
		rest();
		assertThat(size()).isEqualTo(4);
	}

	@Test
	void sizeSetByOperatorIsTheConfiguredOne() throws SQLException {
		growOnce();
		this.crowd.leave();
		this.crowd.pool().setMaximumPoolSize(3);
		rest();
		assertThat(size()).isEqualTo(3);
		assertThat(this.autoscale.configured()).isEqualTo(3);
	}

	@Test
	void everyChangeIsCounted() throws SQLException {
		long grown = this.resizes.get("dataSource", Direction.GROW);
		long shrunk = this.resizes.get("dataSource", Direction.SHRINK);
		growOnce();
		this.crowd.leave();
		rest();
		assertThat(this.resizes.get("dataSource", Direction.GROW)).isEqualTo(grown + 1);
		assertThat(this.resizes.get("dataSource", Direction.SHRINK)).isEqualTo(shrunk + 1);
	}

	private void growOnce() throws SQLException {
		this.crowd.crowd(3);
		grow();
	}

	private void growAgain(int waiting) throws SQLException {
		this.crowd.leave();
		this.crowd.crowd(waiting + 1);
		grow();
	}

	private void grow() throws SQLException {
		look(PoolVerdict.EXHAUSTED);
		this.crowd.turnOver();
		pass(GROW_AFTER);
		look(PoolVerdict.EXHAUSTED);
		look(PoolVerdict.EXHAUSTED);
	}

	private void rest() {
		look(PoolVerdict.HEALTHY);
		pass(SHRINK_AFTER);
		look(PoolVerdict.HEALTHY);
	}

	private void look(PoolVerdict verdict) {
		this.limits.ask();
		this.autoscale.look(this.crowd.report(verdict, this.now));
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private int size() {
		return this.crowd.pool().getMaximumPoolSize();
	}

	/**
	 * Connections of others, so many that few are left to the next who asks.
	 */
	private HikariDataSource leaveFree(int connections) throws SQLException {
		int others = this.asked.read().free() - connections;
		HikariDataSource pool = this.database.admin().pool(others, Duration.ofSeconds(10));
		for (int connection = 0; connection < others; connection++) {
			Connection unused = pool.getConnection();
		}
		return pool;
	}

}
