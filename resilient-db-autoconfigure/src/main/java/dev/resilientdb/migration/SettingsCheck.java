package dev.resilientdb.migration;

import java.util.Arrays;
import java.util.Set;

import org.flywaydb.core.api.configuration.Configuration;

/**
 * Finds settings of Flyway that switch off what protects a schema.
 */
final class SettingsCheck implements SetupCheck {

	private static final Set<String> EVERYTHING = Set.of("*:*", "versioned:*", "repeatable:*");

	@Override
	public void examine(FlywaySetup setup, Anomalies found) {
		Configuration configuration = setup.configuration();
		if (!configuration.isCleanDisabled()) {
			found.add(AnomalyKind.CLEAN_ENABLED, "spring.flyway.clean-disabled",
					"It is false: a single call of clean() drops every object in the schema",
					"Remove spring.flyway.clean-disabled=false, or set it to true; tests may have it in a profile of"
							+ " their own.");
		}
		validation(configuration, found);
		patterns(configuration, found);
		running(configuration, found);
	}

	private static void validation(Configuration configuration, Anomalies found) {
		if (!configuration.isValidateOnMigrate()) {
			dangerous(found, "spring.flyway.validate-on-migrate",
					"It is false: Flyway does not notice changed, missing or late scripts before it migrates",
					"Remove it, or set it to true.");
		}
		if (configuration.isOutOfOrder()) {
			dangerous(found, "spring.flyway.out-of-order",
					"It is true: late migrations are applied in another order than on a new database",
					"Set it for the one start that needs it, and remove it then.");
		}
	}

	private static void patterns(Configuration configuration, Anomalies found) {
		Arrays.stream(configuration.getIgnoreMigrationPatterns())
			.map(String::valueOf)
			.filter(EVERYTHING::contains)
			.forEach((pattern) -> dangerous(found, "spring.flyway.ignore-migration-patterns",
					"It contains %s: Flyway's validation accepts changed scripts and failed migrations as well"
						.formatted(pattern),
					"Name what is to be ignored, such as *:future for rolling back the application."));
	}

	private static void running(Configuration configuration, Anomalies found) {
		if (configuration.isMixed()) {
			dangerous(found, "spring.flyway.mixed",
					"It is true: a script with one statement that cannot run in a transaction loses the transaction"
							+ " for all of its statements",
					"Remove it, and put such statements into scripts of their own.");
		}
		if (configuration.isSkipExecutingMigrations()) {
			dangerous(found, "spring.flyway.skip-executing-migrations",
					"It is true: migrations are written into the history without being executed",
					"Remove it as soon as the history is as it should be.");
		}
	}

	private static void dangerous(Anomalies found, String property, String evidence, String advice) {
		found.add(AnomalyKind.DANGEROUS_SETTING, property, evidence, advice);
	}

}
