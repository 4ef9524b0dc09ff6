package dev.resilientdb.migration;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;

/**
 * The guard around Flyway.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnClass({ Flyway.class, FlywayMigrationStrategy.class })
@ConditionalOnRoom({ "failure", "migration" })
@EnableConfigurationProperties(MigrationProperties.class)
public final class MigrationAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FlywayPostProcessor resilientDbFlywayPostProcessor(ObjectProvider<MigrationGuard> guard) {
		return new FlywayPostProcessor(guard);
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationReports resilientDbMigrationReports(ListableBeanFactory beans) {
		return new MigrationReports(() -> List.of(beans.getBeanNamesForType(Flyway.class, true, false)));
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
	SchemaExaminer resilientDbSchemaExaminer(HistoryNames names, DatabaseProducts products,
			ObjectProvider<MigrationDialect> dialects, MigrationProperties properties) {
		return new SchemaExaminer(names, new Servers(products, dialects.orderedStream().toList()),
				SchemaChecks.of(properties), new PendingLint(properties.lint(), new ScriptTexts()),
				new Verdicts(properties.policies(), properties.lintPolicy(), Clock.systemUTC()));
	}

	@Bean
	MigrationGuard resilientDbMigrationGuard(MigrationProperties properties, SchemaExaminer examiner,
			MigrationReports reports, ReadinessGate readiness) {
		return new MigrationGuard(properties.mode(), examiner, List.of(), reports, readiness);
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
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean
		MigrationMetrics resilientDbMigrationMetrics(MigrationReports reports) {
			return new MigrationMetrics(reports);
		}

	}

}
