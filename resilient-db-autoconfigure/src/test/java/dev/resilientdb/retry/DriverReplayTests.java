package dev.resilientdb.retry;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.AbstractLazyCreationTargetSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drivers that repeat work on their own are warned of.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("scenario-24")
class DriverReplayTests {

	private static final String MARIADB = "jdbc:mariadb:sequential://localhost:1/bank?user=app&password=hidden";

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:cockroachdb://db:26257/bank?retryTransientErrors=true",
			"jdbc:cockroachdb://db:26257/bank?sslmode=disable&retryConnectionErrors=true",
			"jdbc:sqlserver://db;databaseName=bank;retryExec={1205:3,1+1};encrypt=true",
			"jdbc:sqlserver://db;RETRYEXEC={1205:3}", "jdbc:cloudspanner:/projects/p/instances/i/databases/d",
			"jdbc:cloudspanner:/projects/p/instances/i/databases/d?retryAbortsInternally=true",
			"jdbc:mariadb:sequential://a,b/bank?transactionReplay=true", "jdbc:mysql://db/bank?autoReconnect=true",
			"jdbc:aws-wrapper:mysql://db/bank?autoReconnect=true" })
	void isOn(String url) {
		assertThat(DriverReplay.values()).anyMatch((replay) -> replay.isOn(new JdbcSettings(url, new Properties())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:cockroachdb://db:26257/bank", "jdbc:postgresql://db/bank?retryTransientErrors=true",
			"jdbc:sqlserver://db;databaseName=bank;retryConn={4060}", "jdbc:sqlserver://db;retryExec=",
			"jdbc:cloudspanner:/projects/p/instances/i/databases/d?retryAbortsInternally=false",
			"jdbc:mariadb://db/bank?transactionReplay=false", "jdbc:mariadb://db/bank?transactionReplaySize=64",
			"jdbc:mysql://db/bank?autoReconnectForPools=true", "jdbc:mysql://db/bank?autoReconnect=no",
			"jdbc:h2:mem:bank", "" })
	void isOff(String url) {
		assertThat(DriverReplay.values()).noneMatch((replay) -> replay.isOn(new JdbcSettings(url, new Properties())));
	}

	@Test
	void warnsWithoutTellingTheUrl(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with()
			.withPropertyValues("spring.datasource.url=" + MARIADB + "&transactionReplay=true"));
		assertThat(output).containsOnlyOnce("Data source 'dataSource' lets its driver repeat work")
			.contains("transactionReplay")
			.doesNotContain("hidden");
	}

	@Test
	void readsPropertiesOfThePool(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with()
			.withPropertyValues("spring.datasource.url=" + MARIADB,
					"spring.datasource.hikari.data-source-properties.transactionReplay=true"));
		assertThat(output).contains("Data source 'dataSource' lets its driver repeat work");
	}

	@Test
	void looksBehindLazyConnections(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with()
			.withPropertyValues("spring.datasource.url=" + MARIADB + "&transactionReplay=true",
					"spring.datasource.connection-fetch=lazy"));
		assertThat(output).contains("Data source 'dataSource' lets its driver repeat work");
	}

	@Test
	void readsDataSourceWithoutPool(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with()
			.withBean("archive", DriverManagerDataSource.class,
					() -> new DriverManagerDataSource(MARIADB + "&transactionReplay=true")));
		assertThat(output).contains("Data source 'archive' lets its driver repeat work");
	}

	@Test
	void createsNoDataSourceToLookAtIt() {
		AtomicInteger created = new AtomicInteger();
		MisuseApplication.accepts(MisuseApplication.with()
			.withBean("archive", DataSource.class,
					() -> ProxyFactory.getProxy(DataSource.class, new CountingTarget(created))));
		assertThat(created).hasValue(0);
	}

	@Test
	void isSilentWhenOff(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with()
			.withPropertyValues("spring.datasource.url=" + MARIADB + "&transactionReplay=true",
					"resilient-db.retry.enabled=false"));
		assertThat(output).doesNotContain("lets its driver repeat work");
	}

	private static final class CountingTarget extends AbstractLazyCreationTargetSource {

		private final AtomicInteger created;

		CountingTarget(AtomicInteger created) {
			this.created = created;
		}

		@Override
		public Class<?> getTargetClass() {
			return DataSource.class;
		}

		@Override
		protected Object createObject() {
			this.created.incrementAndGet();
			return new DriverManagerDataSource(MARIADB);
		}

	}

}
