package dev.resilientdb.migration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A batch of three statements, all of which begin before the first one ends.
 */
class StatementLogTests {

	private final StatementLog log = new StatementLog();

	@BeforeEach
	void begin() {
		this.log.begin("insert into a values (1)");
		this.log.begin("insert into b values (1)");
		this.log.begin("insert into c values (1)");
	}

	@Test
	void namesAllThatHaveBegun() {
		assertThat(this.log.heads()).isEqualTo("1 INSERT a (begun), 2 INSERT b (begun), 3 INSERT c (begun)");
	}

	@Test
	void tellsWhichHaveEnded() {
		this.log.end("insert into a values (1)");
		assertThat(this.log.heads()).isEqualTo("1 INSERT a, 2 INSERT b (begun), 3 INSERT c (begun)");
	}

}
