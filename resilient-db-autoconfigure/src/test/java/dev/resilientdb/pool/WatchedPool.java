package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.awaitility.Awaitility;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/**
 * The pool of a running application with one data source.
 */
record WatchedPool(ApplicationContext context) {

	Connection borrow() throws SQLException {
		return this.context.getBean(DataSource.class).getConnection();
	}

	PoolReport report() {
		return this.context.getBean(Pools.class).report("dataSource");
	}

	void awaitEvidence(String sentence) {
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(report()).isNotNull().extracting(PoolReport::evidence, LIST).contains(sentence));
	}

	void awaitVerdict(PoolVerdict verdict) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(report()).isNotNull().extracting(PoolReport::verdict).isEqualTo(verdict));
	}

}
