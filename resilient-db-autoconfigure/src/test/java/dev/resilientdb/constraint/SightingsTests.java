package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Sightings}.
 */
class SightingsTests {

	private final Sightings sightings = new Sightings();

	@Test
	void knowsExceptionAgain() {
		SQLException ex = new SQLException();
		assertThat(this.sightings.isFirst(ex)).isTrue();
		assertThat(this.sightings.isFirst(ex)).isFalse();
	}

	@Test
	void tellsEqualExceptionsApart() {
		List<Throwable> equal = List.of(new Equal(), new Equal());
		assertThat(equal).allMatch(this.sightings::isFirst);
	}

	@Test
	void isBounded() {
		List<Throwable> kept = new ArrayList<>();
		IntStream.range(0, 3000).forEach((number) -> kept.add(new SQLException()));
		assertThat(kept).allMatch(this.sightings::isFirst);
		assertThat(this.sightings.size()).isEqualTo(1024);
	}

	@Test
	void keepsNoException() {
		IntStream.range(0, 100).forEach((number) -> this.sightings.isFirst(new SQLException()));
		Throwable kept = new SQLException();
		this.sightings.isFirst(kept);
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			System.gc();
			this.sightings.isFirst(kept);
			assertThat(this.sightings.size()).isOne();
		});
	}

	private static final class Equal extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public boolean equals(Object other) {
			return other instanceof Equal;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

}
