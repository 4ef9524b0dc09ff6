package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MySQL or MariaDB in a version. Where nobody said which, the oldest one that its vendor
 * still supports for years is assumed.
 *
 * @param family which of the two
 * @param version its numbers
 */
record MySqlProduct(Family family, List<Integer> version) {

	private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

	static MySqlProduct of(LintTarget target) {
		String version = (target.version() != null) ? target.version() : "";
		String text = (target.product() + " " + version).toLowerCase(Locale.ROOT);
		Family family = text.contains("mariadb") ? Family.MARIADB : Family.MYSQL;
		// MariaDB introduces itself to old clients as 5.5.5-10.11.6-MariaDB
		String plain = version.startsWith("5.5.5-") ? version.substring(6) : version;
		return new MySqlProduct(family, numbers(plain.isEmpty() ? family.assumed : plain));
	}

	boolean isMariaDb() {
		return this.family == Family.MARIADB;
	}

	boolean isAtLeast(String other) {
		List<Integer> wanted = numbers(other);
		int i = 0;
		while (i < wanted.size() - 1 && this.version.get(i).equals(wanted.get(i))) {
			i++;
		}
		return this.version.get(i) >= wanted.get(i);
	}

	static boolean isNamed(String product) {
		return SqlSyntax.of(product) == SqlSyntax.MYSQL;
	}

	// A version such as 11 is the first one of its series
	private static List<Integer> numbers(String text) {
		Matcher matcher = VERSION.matcher(text.matches("\\d+") ? text + ".0" : text);
		if (!matcher.find()) {
			return List.of(0, 0, 0);
		}
		String patch = matcher.group(3);
		return List.of(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)),
				(patch != null) ? Integer.valueOf(patch) : 0);
	}

	@Override
	public String toString() {
		return this.family.title + " " + this.version.get(0) + "." + this.version.get(1);
	}

	/**
	 * Which of the two.
	 */
	enum Family {

		MYSQL("MySQL", "8.4"), MARIADB("MariaDB", "10.11");

		private final String title;

		private final String assumed;

		Family(String title, String assumed) {
			this.title = title;
			this.assumed = assumed;
		}

	}

}
