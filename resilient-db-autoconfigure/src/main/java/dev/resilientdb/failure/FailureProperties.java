package dev.resilientdb.failure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of failure classification and history.
 *
 * @param overrides Kind of failure by SQLState or vendor code, to correct or add a code.
 * Quote codes in YAML.
 * @param historySize Number of recent failures to remember.
 */
@ConfigurationProperties("resilient-db.failures")
record FailureProperties(@DefaultValue Map<String, FailureKind> overrides, @DefaultValue("1000") int historySize) {

	private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}|-?\\d{1,10}");

	FailureProperties {
		if (historySize < 1 || historySize > 100_000) {
			throw new IllegalArgumentException(
					"resilient-db.failures.history-size must be between 1 and 100000 but is " + historySize);
		}
		overrides = normalize(overrides);
	}

	private static Map<String, FailureKind> normalize(Map<String, FailureKind> overrides) {
		Map<String, FailureKind> result = new HashMap<>();
		overrides.forEach((key, kind) -> {
			String code = key.toUpperCase(Locale.ROOT);
			if (!CODE.matcher(code).matches()) {
				throw new IllegalArgumentException("resilient-db.failures.overrides." + key
						+ " must name an SQLState of five letters or digits, or a whole number as vendor code");
			}
			result.put(code, kind);
		});
		return Map.copyOf(result);
	}

}
