package dev.resilientdb.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a script says in comments about the applications that may run on its schema.
 *
 * @param breaking why applications that do not know it must not run, null when they may
 * @param minimum version of the application below which it must not run, null when none
 */
record ScriptMarks(@Nullable String breaking, @Nullable String minimum) {

	static final ScriptMarks NONE = new ScriptMarks(null, null);

	private static final int LONGEST = 200;

	private static final Pattern BREAKING = Pattern.compile("^\\s*--\\s*resilient-db:breaking\\b[ \\t]*(.*)$",
			Pattern.MULTILINE);

	private static final Pattern MINIMUM = Pattern
		.compile("^\\s*--\\s*resilient-db:min-app-version\\s*[=:]?[ \\t]*(\\S+)\\s*$", Pattern.MULTILINE);

	static ScriptMarks of(@Nullable String text) {
		if (text == null) {
			return NONE;
		}
		String reason = find(BREAKING, text);
		return new ScriptMarks((reason != null && reason.isEmpty()) ? "no reason given" : reason, find(MINIMUM, text));
	}

	private static @Nullable String find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			return null;
		}
		String value = matcher.group(1).strip();
		return (value.length() > LONGEST) ? value.substring(0, LONGEST) : value;
	}

}
