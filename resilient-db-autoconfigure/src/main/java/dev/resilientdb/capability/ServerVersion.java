package dev.resilientdb.capability;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The version of a server, by which capabilities are looked up.
 *
 * @param major the first number
 * @param minor the second number, 0 when there is none
 * @param patch the third number, 0 when there is none
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

	private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
		.thenComparingInt(ServerVersion::minor)
		.thenComparingInt(ServerVersion::patch);

	/**
	 * Reads the first version in what a server tells of itself.
	 * @return the version, or null when there is none
	 */
	public static @Nullable ServerVersion in(String text) {
		Matcher matcher = NUMBERS.matcher(text);
		if (!matcher.find()) {
			return null;
		}
		return new ServerVersion(Integer.parseInt(matcher.group(1)), number(matcher.group(2)),
				number(matcher.group(3)));
	}

	private static int number(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	@Override
	public int compareTo(ServerVersion other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		String text = this.major + "." + this.minor;
		return (this.patch != 0) ? text + "." + this.patch : (this.minor != 0) ? text : String.valueOf(this.major);
	}

}
