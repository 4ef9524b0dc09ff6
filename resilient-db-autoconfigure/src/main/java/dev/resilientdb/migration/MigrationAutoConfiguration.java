package dev.resilientdb.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;

/**
 * The guard around Flyway.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnClass({ Flyway.class, FlywayMigrationStrategy.class })
@ConditionalOnRoom({ "failure", "migration" })
@EnableConfigurationProperties(MigrationProperties.class)
public final class MigrationAutoConfiguration {

	// Ends when its connections are closed, before the records are
	private static final int SESSIONS = 0;

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FlywayPostProcessor resilientDbFlywayPostProcessor(ObjectProvider<MigrationGuard> guard) {
		return new FlywayPostProcessor(guard);
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationReports resilientDbMigrationReports(ListableBeanFactory beans, ReadinessGate readiness) {
		return new MigrationReports(() -> List.of(beans.getBeanNamesForType(Flyway.class, true, false)),
				readiness::isClosed);
	}

	// The gate speaks after the bean that remembers who spoke last, which must be there
	// before it
	@Bean
	ReadinessGate resilientDbReadinessGate(ApplicationContext context,
			ObjectProvider<ApplicationAvailability> availability) {
		availability.ifAvailable((earlier) -> {
		});
		return new ReadinessGate(context);
	}

	@Bean
	HistoryNames resilientDbHistoryNames(DatabaseProducts products) {
		return new HistoryNames(products);
	}

	@Bean
	PersistenceFindings resilientDbPersistenceFindings(MigrationReports reports, Verdicts verdicts,
			DatabaseProducts products) {
		return new PersistenceFindings(reports, verdicts, new KeptSchemas(reports, products));
	}

	@Bean
	Verdicts resilientDbVerdicts(MigrationProperties properties) {
		return new Verdicts(properties.policies(), properties.lintPolicy(), Clock.systemUTC());
	}

	@Bean
	@Order(SESSIONS)
	SessionCare resilientDbSessionCare(DatabaseProducts products, MigrationReports reports,
			MigrationProperties properties) {
		return new SessionCare(products, reports, properties);
	}

	@Bean
	@ConditionalOnMissingBean
	RacePause resilientDbRacePause() {
		return new DoublingPause(Duration.ofSeconds(1));
	}

	@Bean
	MigrationRunner resilientDbMigrationRunner(ObjectProvider<RunParticipant> participants,
			FailureClassifier classifier, RacePause pause, MigrationProperties properties) {
		return new MigrationRunner(participants.orderedStream().toList(),
				new LostRaces(classifier, properties.session().attempts(), pause));
	}

	@Bean
	SchemaChecks resilientDbSchemaChecks(MigrationProperties properties, ObjectProvider<Bookkeeper> bookkeeper,
			LastRuns runs, ConfirmedSchemas confirmed, PersistenceFindings persistence) {
		Bookkeeper records = bookkeeper.getIfAvailable();
		return (records != null)
				? SchemaChecks.of(properties, records, persistence, new RecordChecks(records, runs, confirmed))
				: SchemaChecks.of(properties, null, persistence);
	}

	@Bean
	ConfirmedSchemas resilientDbConfirmedSchemas() {
		return new ConfirmedSchemas();
	}

	@Bean
	LastRuns resilientDbLastRuns() {
		return new LastRuns();
	}

	@Bean
	SchemaExaminer resilientDbSchemaExaminer(HistoryNames names, Servers servers, SchemaChecks checks,
			MigrationProperties properties, Verdicts verdicts) {
		return new SchemaExaminer(names, servers, checks, new PendingLint(properties, new ScriptTexts()), verdicts);
	}

	@Bean
	Servers resilientDbMigrationServers(DatabaseProducts products, ObjectProvider<MigrationDialect> dialects) {
		return new Servers(products, dialects.orderedStream().toList());
	}

	@Bean
	MigrationGuard resilientDbMigrationGuard(MigrationProperties properties, SchemaExaminer examiner,
			MigrationRunner runner, MigrationReports reports, ReadinessGate readiness) {
		return new MigrationGuard(properties.mode(), examiner, runner, reports, readiness);
	}

	@Bean
	SchemaWatcher resilientDbSchemaWatcher(DatabaseProducts products, SchemaExaminer examiner, MigrationGuard guard,
			HistoryNames names) {
		return new SchemaWatcher(products, examiner, guard, names);
	}

	@Bean
	WaitingRoom resilientDbWaitingRoom(ReadinessGate readiness, MigrationReports reports,
			MigrationProperties properties) {
		return new WaitingRoom(readiness, reports, properties.waiting().deadline());
	}

	@Bean
	MigrationWatch resilientDbMigrationWatch(ListableBeanFactory beans, SchemaWatcher watcher, WaitingRoom waiting,
			MigrationProperties properties) {
		return new MigrationWatch(() -> beans.getBeansOfType(Flyway.class, false, false).values(), watcher, waiting,
				properties);
	}

	// The watch begins with the application
	@Bean
	static LazyInitializationExcludeFilter resilientDbEagerMigrationWatch() {
		return LazyInitializationExcludeFilter.forBeanTypes(MigrationWatch.class);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LocalContainerEntityManagerFactoryBean.class, EntityManagerFactory.class })
	static class Persistence {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static SchemaGeneration resilientDbSchemaGeneration(ObjectProvider<PersistenceFindings> findings,
				ObjectProvider<SchemaExaminer> examiner) {
			return new SchemaGeneration(findings, examiner);
		}

		@Bean
		MappingValidation resilientDbMappingValidation(ConfigurableListableBeanFactory beans,
				PersistenceFindings findings) {
			return new MappingValidation(beans, findings);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "resilient-db.migration.bookkeeping.enabled", matchIfMissing = true)
	static class Records {

		@Bean
		Bookkeeper resilientDbBookkeeper(MigrationProperties properties, Environment environment,
				ObjectProvider<BuildProperties> build) {
			return new Bookkeeper(properties.bookkeeping().table(), properties.bookkeeping().slowAfter(),
					ApplicationNames.of(environment, build, properties.applicationVersion()), Clock.systemUTC());
		}

		// Ends as the last one, when all others have cleared up
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		RunRecording resilientDbRunRecording(DatabaseProducts products, RecorderSettings settings, LastRuns runs,
				ConfirmedSchemas confirmed) {
			return new RunRecording(products, settings, runs, confirmed);
		}

		@Bean
		RecorderSettings resilientDbRecorderSettings(Bookkeeper bookkeeper, FailureClassifier failures,
				Verdicts verdicts) {
			return new RecorderSettings(bookkeeper, failures, new ScriptTexts(), verdicts);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		MigrationMetrics resilientDbMigrationMetrics(MigrationReports reports) {
			return new MigrationMetrics(reports);
		}

	}

}
