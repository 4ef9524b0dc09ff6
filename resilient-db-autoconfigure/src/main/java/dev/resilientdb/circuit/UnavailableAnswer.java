package dev.resilientdb.circuit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What an HTTP client is told while a database is not there for it: 503 with problem
 * details, which are written without the application's converters.
 *
 * @param detail a sentence for the user
 * @param retryAfter seconds after which to try again
 */
record UnavailableAnswer(String detail, long retryAfter) {

	static final HttpStatus STATUS = HttpStatus.SERVICE_UNAVAILABLE;

	private static final String GONE = "The database is not available. Try again later.";

	private static final String SCARCE = "The database is under pressure. Try again later.";

	/**
	 * The answer for a database that will be asked again at the given time.
	 */
	static UnavailableAnswer of(Availability availability, Instant until, Instant now) {
		long seconds = Duration.between(now, until).plusSeconds(1).minusNanos(1).toSeconds();
		return new UnavailableAnswer((availability == Availability.DOWN) ? GONE : SCARCE, Math.max(1, seconds));
	}

	static UnavailableAnswer of(DatabaseUnavailableException refusal, Instant now) {
		return of(Availability.DOWN, refusal.until(), now);
	}

	void describe(HttpHeaders headers) {
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter));
	}

	byte[] body() {
		return String
			.format(Locale.ROOT, "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}", STATUS.getReasonPhrase(),
					STATUS.value(), this.detail)
			.getBytes(StandardCharsets.UTF_8);
	}

}
