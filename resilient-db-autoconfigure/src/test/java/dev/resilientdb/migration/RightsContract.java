package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application's login may do.
 */
abstract class RightsContract extends MigrationContract {

	RightsContract(TestDatabase database) {
		super(database);
	}

	@Test
	void whoMigratesMayChangeTables() {
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void whoDoesNotMigrateNeedNotChangeTables() {
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate");
		assertThat(anomaly(context).id()).isEqualTo("too-many-rights");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.IGNORE);
		assertThat(anomaly(context).evidence())
			.isEqualTo("The login may change tables, though this application does not migrate");
	}

	@Test
	void applicationNeedNotBeAdministrator() {
		Login admin = database().admin();
		ConfigurableApplicationContext context = start("spring.datasource.url=" + admin.url(),
				"spring.datasource.username=" + admin.username(), "spring.datasource.password=" + admin.password());
		assertThat(anomaly(context).evidence()).isEqualTo("The login may do everything on the server");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

}
