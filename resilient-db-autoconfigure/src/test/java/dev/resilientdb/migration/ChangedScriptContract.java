package dev.resilientdb.migration;

import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts that are no longer what was applied.
 */
abstract class ChangedScriptContract extends MigrationContract {

	private static final String STOCK = "create table stock (id integer primary key)";

	private static final String PRICE = "create table price (id integer primary key)";

	ChangedScriptContract(TestDatabase database) {
		super(database);
	}

	@Test
	void changedScriptIsRefusedWithBothChecksums() {
		apply();
		this.scripts.with("V2__price.sql", "create table price (id integer primary key, amount integer)");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("checksum-mismatch");
		assertThat(anomaly.subject()).isEqualTo("V2__price.sql");
		assertThat(anomaly.evidence()).startsWith("Applied on ")
			.endsWith(
					" with checksum %d, now it is %d; more than white space differs".formatted(ScriptChecksum.of(PRICE),
							ScriptChecksum.of("create table price (id integer primary key, amount integer)")));
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void changedScriptIsSoundWhenItIsPutBack() {
		apply();
		this.scripts.with("V2__price.sql", "select 1");
		refusal();
		this.scripts.with("V2__price.sql", PRICE);
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void changedScriptIsSoundWhenItsChecksumIsAccepted() {
		apply();
		this.scripts.with("V2__price.sql", "select 1");
		execute("UPDATE", anomaly(refusal()));
		assertRepaired();
	}

	@Test
	void developerIsOnlyWarnedOfChangedScript() {
		apply();
		this.scripts.with("V2__price.sql", "select 1");
		ConfigurableApplicationContext context = start("resilient-db.migration.preset=development");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void evidenceSaysWhenOnlyWhiteSpaceDiffers() {
		this.scripts.with("V1__stock.sql", STOCK + "\n").with("V2__price.sql", "\t" + PRICE + "\n");
		start().close();
		this.scripts.with("V1__stock.sql", STOCK + "  \n\n").with("V2__price.sql", "    " + PRICE + "\n");
		assertThat(refusal().anomalies()).extracting(Anomaly::evidence)
			.allMatch((evidence) -> evidence.endsWith("; only line endings or white space differ"));
	}

	@Test
	void renamedScriptIsWarnedOf() {
		apply();
		this.scripts.without("V2__price.sql").with("V2__prices_of_today.sql", PRICE);
		ConfigurableApplicationContext context = start();
		assertThat(anomaly(context).id()).isEqualTo("description-mismatch");
		assertThat(anomaly(context).subject()).isEqualTo("V2__price.sql");
		assertThat(anomaly(context).evidence())
			.isEqualTo("Applied as 'price', now it is 'prices of today' (V2__prices_of_today.sql)");
		execute("UPDATE", anomaly(context));
		context.close();
		assertRepaired();
	}

	@Test
	void renamedScriptIsRefusedOnDemand() {
		apply();
		this.scripts.without("V2__price.sql").with("V2__prices_of_today.sql", PRICE);
		assertThat(anomaly(refusal("resilient-db.migration.policy.description-mismatch=fail")).id())
			.isEqualTo("description-mismatch");
	}

	@Test
	void scriptsWithoutDescriptionAreWhatWasApplied() {
		this.scripts.with("V1__.sql", STOCK).with("V2.sql", PRICE);
		start().close();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void changedScriptsWithoutDescriptionAreNoStrangers() {
		this.scripts.with("V1__.sql", STOCK).with("V2.sql", PRICE);
		start().close();
		this.scripts.with("V1__.sql", STOCK + ";").with("V2.sql", PRICE + ";");
		assertThat(refusal().anomalies()).extracting(Anomaly::id)
			.containsExactly("checksum-mismatch", "checksum-mismatch");
	}

	@Test
	void descriptionThatWasTakenAwayIsAcceptedAsFlywayWouldWriteIt() {
		apply();
		this.scripts.without("V2__price.sql").with("V2.sql", PRICE);
		ConfigurableApplicationContext context = start();
		assertThat(anomaly(context).advice()).doesNotContain("no description");
		execute("UPDATE", anomaly(context));
		context.close();
		assertRepaired();
	}

	@Test
	void scriptThatBecameJavaIsNotAppliedOnceMore() {
		apply();
		this.scripts.without("V2__price.sql");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal(application().with(PriceMigration.class)));
		assertThat(anomaly.id()).isEqualTo("type-mismatch");
		assertThat(anomaly.subject()).isEqualTo("V2__price.sql");
		assertThat(anomaly.evidence()).startsWith("Version 2 was applied as SQL, now it is JDBC")
			.endsWith(", which Flyway would apply once more");
		assertThat(schema()).isEqualTo(before);
		execute("UPDATE", anomaly);
		assertThat(report(start(application().with(PriceMigration.class))).current()).isEqualTo("2");
	}

	@Test
	void javaThatBecameScriptIsAcceptedByOneStatement() {
		this.scripts.with("V1__stock.sql", STOCK);
		start(application().with(PriceMigration.class)).close();
		this.scripts.with("V2__price.sql", PRICE);
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("type-mismatch");
		execute("UPDATE", anomaly);
		assertRepaired();
	}

	@Test
	void longNameIsAcceptedAsFlywayWouldWriteIt() {
		apply();
		this.scripts.without("V2__price.sql").with("V2__" + "prices_".repeat(30) + ".sql", PRICE);
		ConfigurableApplicationContext context = start();
		execute("UPDATE", anomaly(context));
		context.close();
		assertRepaired();
	}

	@Test
	void planIsFollowedFromTheCopyOn() throws SQLException {
		apply();
		this.scripts.with("V2__price.sql", "select 1");
		MigrationRefusedException refusal = refusal();
		String plan = refusal.report().repairPlan();
		jdbc().execute(plan.substring(plan.indexOf("CREATE TABLE"), plan.indexOf(';')));
		execute("UPDATE", anomaly(refusal));
		assertRepaired();
		execute("drop table [flyway_schema_history_copy]");
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void scriptBelowOthersThatBecameJavaIsRefusedUnlessAllowed() {
		apply();
		this.scripts.with("V3__orders.sql", "create table orders (id integer primary key)");
		start().close();
		this.scripts.without("V2__price.sql");
		assertThat(anomaly(refusal(application().with(PriceMigration.class))).id()).isEqualTo("type-mismatch");
		ConfigurableApplicationContext context = start(
				application("resilient-db.migration.policy.type-mismatch=warn").with(PriceMigration.class));
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void lateMigrationIsRefused() {
		lateMigration();
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.preset=development"));
		assertThat(anomaly.id()).isEqualTo("late-migration");
		assertThat(anomaly.subject()).isEqualTo("V1.5__late.sql");
		assertThat(anomaly.evidence())
			.isEqualTo("Its version 1.5 is below the schema's 2, so Flyway will never apply it");
		assertThat(anomaly.advice()).startsWith("Rename it to a version above 2.");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void lateMigrationIsAppliedWhenItIsRenamed() {
		lateMigration();
		refusal();
		this.scripts.without("V1.5__late.sql").with("V3__late.sql", "create table late (id integer primary key)");
		assertThat(report(start()).current()).isEqualTo("3");
	}

	@Test
	void lateMigrationStaysOutWhenItIsOnlyWarnedOf() {
		lateMigration();
		this.scripts.with("V3__orders.sql", "create table orders (id integer primary key)");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.late-migration=warn");
		assertThat(report(context).current()).isEqualTo("3");
		assertThat(anomaly(context).id()).isEqualTo("late-migration");
	}

	@Test
	void lateMigrationIsAppliedOutOfOrderOnDemand() {
		lateMigration();
		start("spring.flyway.out-of-order=true").close();
		ConfigurableApplicationContext context = start();
		assertThat(anomaly(context).id()).isEqualTo("out-of-order");
		assertThat(anomaly(context).subject()).isEqualTo("V1.5__late.sql");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
		assertThat(report(context).current()).isEqualTo("2");
	}

	private void lateMigration() {
		apply();
		this.scripts.with("V1.5__late.sql", "create table late (id integer primary key)");
	}

	private void apply() {
		this.scripts.with("V1__stock.sql", STOCK).with("V2__price.sql", PRICE);
		start().close();
	}

	// Fails where it is applied once more
	private static final class V2__price extends BaseJavaMigration {

		@Override
		public void migrate(Context context) throws Exception {
			context.getConnection().createStatement().execute(PRICE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PriceMigration {

		@Bean
		JavaMigration price() {
			return new V2__price();
		}

	}

}
