package dev.resilientdb.sample.drill;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.circuit.Availability;
import dev.resilientdb.pool.PoolVerdict;

/**
 * What an outage looked like from the application.
 *
 * @param drill its name
 * @param story what happened
 * @param database the product and version
 * @param expected the verdict that explains it
 * @param verdict the verdict that the library gave
 * @param verdictMillis how long that took
 * @param availability what could be expected of the database in the end
 * @param evidence what the library said in the end, in sentences
 * @param throughout calls that were made all the time
 * @param afterVerdict calls that began when the verdict stood
 * @param recoveredMillis how long after its end all was well again, null if it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutageReport(String drill, String story, String database, PoolVerdict expected, PoolVerdict verdict,
		long verdictMillis, Availability availability, List<String> evidence, CallsReport throughout,
		CallsReport afterVerdict, @Nullable Long recoveredMillis) {

	static OutageReport of(Outage outage, String database, OutageDrill.Course course, Tally.Outcome throughout) {
		Finding found = course.found();
		Duration recovery = course.recovery();
		return new OutageReport(outage.name(), outage.story(), database, outage.expected(), found.verdict(),
				found.after().toMillis(), course.outlook().availability(), course.outlook().evidence(),
				CallsReport.of(throughout), CallsReport.of(course.afterVerdict()),
				(recovery != null) ? recovery.toMillis() : null);
	}

}
