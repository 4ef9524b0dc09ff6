package dev.resilientdb.capability;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CapabilityAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CapabilityAutoConfigurationTests {

	private static final String WARNING = "Server of data source";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@RegisterExtension
	static final TestDatabase archiveDatabase = TestDatabase.sqlite();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, DialectAutoConfiguration.class,
				FailureAutoConfiguration.class, CapabilityAutoConfiguration.class));

	@Test
	void isOnByDefault(CapturedOutput output) {
		onDatabase().run((context) -> {
			CapabilityReport report = awaitReport(context, "dataSource");
			assertThat(report.product()).isEqualTo("H2");
			assertThat(report.version()).startsWith("2.4");
			assertThat(report.capabilities()).extracting(ServerCapability::capability)
				.containsExactly(Capability.values());
			assertThat(report.capabilities()).extracting(ServerCapability::observed).contains(Support.YES);
			assertThat(context.getBean(Capabilities.class).supports("dataSource", Capability.SKIP_LOCKED)).isTrue();
			assertThat(context.getBean(Capabilities.class).supports("dataSource", Capability.SERIALIZABLE)).isFalse();
			assertThat(output).doesNotContain(WARNING);
		});
	}

	@Test
	void roomCanBeSwitchedOff() {
		onDatabase().withPropertyValues("resilient-db.capability.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Capabilities.class));
	}

	@Test
	void libraryCanBeSwitchedOff() {
		onDatabase().withPropertyValues("resilient-db.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Capabilities.class));
	}

	@Test
	void isOffWithFailures() {
		onDatabase().withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Capabilities.class));
	}

	@Test
	void valueThatIsNoSwitchStopsTheStart() {
		onDatabase().withPropertyValues("resilient-db.capability.probe=perhaps")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Invalid boolean value 'perhaps'"));
	}

	@Test
	void serverIsOnlyAskedForItsVersionWithoutProbes() {
		onDatabase().withPropertyValues("resilient-db.capability.probe=false")
			.run((context) -> assertThat(awaitReport(context, "dataSource").capabilities())
				.extracting(ServerCapability::observed)
				.containsOnlyNulls());
	}

	@Test
	void applicationsOwnCapabilitiesAreLeftAlone() {
		onDatabase().withUserConfiguration(OwnCapabilities.class)
			.run((context) -> assertThat(context).hasSingleBean(Capabilities.class)
				.doesNotHaveBean(CapabilityWatch.class));
	}

	@Test
	void startsWithoutDataSource() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, CapabilityAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean(Capabilities.class).report("none"))
				.isEqualTo(CapabilityReport.unknown("none", null)));
	}

	@Test
	void dataSourcesOfDifferentProductsAreToldApart() {
		this.runner.withUserConfiguration(TwoDataSources.class).run((context) -> {
			assertThat(awaitReport(context, "orders").support(Capability.ROW_LOCKS)).isEqualTo(Support.YES);
			assertThat(awaitReport(context, "archive").support(Capability.ROW_LOCKS)).isEqualTo(Support.NO);
		});
	}

	@Test
	void conditionIsFulfilledWhenTheServerShowsIt() {
		this.runner.withUserConfiguration(TwoDataSources.class)
			.run((context) -> assertThat(awaitReport(context, "archive").capabilities())
				.filteredOn((capability) -> capability.capability() == Capability.FOREIGN_KEYS)
				.singleElement()
				.satisfies((capability) -> assertThat(capability.declared()).isEqualTo(Support.PARTIAL))
				.satisfies((capability) -> assertThat(capability.support()).isEqualTo(Support.YES)));
	}

	@Test
	void wrappedAndLazyDataSourcesAreAsked() {
		this.runner.withUserConfiguration(LazyDataSource.class)
			.run((context) -> assertThat(awaitReport(context, "lazy").product()).isEqualTo("H2"));
	}

	@Test
	void serversAreAskedWithLazyInitialization(CapturedOutput output) {
		onDatabase().withUserConfiguration(OtherDeclaration.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				context.getBean(DataSource.class);
				Awaitility.await().untilAsserted(() -> assertThat(output).contains(WARNING));
			});
	}

	@Test
	void disagreementIsWarnedOfOnce(CapturedOutput output) {
		onDatabase().withUserConfiguration(OtherDeclaration.class).run((context) -> {
			CapabilityReport report = awaitReport(context, "dataSource");
			assertThat(report.disagreements()).extracting(ServerCapability::capability)
				.containsExactly(Capability.SAVEPOINTS);
			assertThat(report.support(Capability.SAVEPOINTS)).isEqualTo(Support.YES);
			awaitReport(context, "dataSource");
			assertThat(output).containsOnlyOnce("Server of data source 'dataSource' is not what H2 ")
				.contains("is known for: SAVEPOINTS is declared NO and observed YES");
		});
	}

	@Test
	void productThatNobodyKnowsHasNoCapabilities() {
		onDatabase().withUserConfiguration(NoDialect.class).run((context) -> {
			Awaitility.await()
				.untilAsserted(() -> assertThat(context.getBean(Capabilities.class).report("dataSource").version())
					.startsWith("2.4"));
			CapabilityReport report = context.getBean(Capabilities.class).report("dataSource");
			assertThat(report.product()).isEqualTo("H2");
			assertThat(report.capabilities()).isEmpty();
			assertThat(report.support(Capability.SAVEPOINTS)).isEqualTo(Support.UNKNOWN);
		});
	}

	@Test
	void serverIsAskedOnceItIsThere() {
		String url = "jdbc:h2:mem:awaited;DB_CLOSE_DELAY=-1";
		this.runner
			.withPropertyValues("spring.datasource.url=" + url + ";IFEXISTS=TRUE", "spring.datasource.username=sa")
			.run((context) -> {
				context.getBean(DataSource.class);
				Capabilities capabilities = context.getBean(Capabilities.class);
				assertThat(capabilities.report("dataSource").product()).isNull();
				new DriverManagerDataSource(url, "sa", "").getConnection().close();
				Awaitility.await()
					.atMost(Duration.ofSeconds(40))
					.untilAsserted(() -> assertThat(capabilities.report("dataSource").capabilities()).isNotEmpty());
			});
	}

	private ApplicationContextRunner onDatabase() {
		return this.runner.withPropertyValues("spring.datasource.url=" + database.url(),
				"spring.datasource.username=" + database.username(),
				"spring.datasource.password=" + database.password());
	}

	private static CapabilityReport awaitReport(ApplicationContext context, String dataSource) {
		Capabilities capabilities = context.getBean(Capabilities.class);
		context.getBean(dataSource, DataSource.class);
		Awaitility.await().untilAsserted(() -> assertThat(capabilities.report(dataSource).capabilities()).isNotEmpty());
		return capabilities.report(dataSource);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCapabilities {

		@Bean
		Capabilities own() {
			return (dataSource) -> CapabilityReport.unknown(dataSource, null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		@Primary
		DataSource orders() {
			return database.dataSource();
		}

		@Bean(defaultCandidate = false)
		DataSource archive() {
			return archiveDatabase.dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyDataSource {

		@Bean
		DataSource lazy() {
			return new LazyConnectionDataSourceProxy(database.dataSource());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherDeclaration {

		@Bean
		@Order(0)
		CapabilityDialect otherDeclaration() {
			return new CapabilityDialect() {
				@Override
				public String product() {
					return "H2";
				}

				@Override
				public List<CapabilityRow> capabilities() {
					return List.of(new CapabilityRow(Capability.SAVEPOINTS, Support.NO, null, "", ""));
				}

				@Override
				public List<CapabilityProbe> probes() {
					return List.of(new CapabilityProbe(Capability.SAVEPOINTS, List.of("select true")));
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoDialect {

		@Bean
		String h2Dialect() {
			return "none";
		}

	}

}
