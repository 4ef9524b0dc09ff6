package dev.resilientdb.migration;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A session of the database that holds what a migration waits for.
 *
 * @param session the server's number of it
 * @param application what it calls itself, or its user, null when nobody may see it
 * @param host where it comes from, null when it does not come from afar
 * @param since when its transaction or its present state began
 * @param state what it is doing, in the server's words
 * @param statement the first words of what it runs or ran last, never its values
 */
public record LockHolder(String session, @Nullable String application, @Nullable String host, @Nullable Instant since,
		@Nullable String state, @Nullable String statement) {

	private static final Pattern HEAD = Pattern
		.compile("\\s*([A-Za-z]+)(?:\\s+(TABLE|INDEX|UNIQUE|VIEW|SCHEMA|INTO|FROM)\\b)?", Pattern.CASE_INSENSITIVE);

	/**
	 * Keeps no more of a statement than the words it begins with.
	 */
	public LockHolder {
		statement = (statement != null) ? head(statement) : null;
	}

	private static @Nullable String head(String sql) {
		Matcher matcher = HEAD.matcher(sql);
		if (!matcher.lookingAt()) {
			return null;
		}
		return (matcher.group(2) != null) ? matcher.group(1) + " " + matcher.group(2) : matcher.group(1);
	}

	/**
	 * In words, such as
	 * {@code session 4711 of shop (10.0.0.7), idle in transaction since ...}.
	 */
	String describe() {
		StringBuilder text = new StringBuilder("session ").append(this.session);
		if (this.application != null) {
			text.append(" of ").append(this.application);
		}
		if (this.host != null) {
			text.append(" (").append(this.host).append(')');
		}
		if (this.state != null) {
			text.append(", ").append(this.state);
		}
		if (this.since != null) {
			text.append(" since ").append(this.since);
		}
		if (this.statement != null) {
			text.append(", last statement ").append(this.statement);
		}
		return text.toString();
	}

}
