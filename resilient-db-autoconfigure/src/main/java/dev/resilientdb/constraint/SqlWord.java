package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of a statement. Comments, literals and numbers are none.
 *
 * @param text the word in lower case without quotes
 * @param form how it is written
 */
record SqlWord(String text, Form form) {

	static final SqlWord NONE = new SqlWord("", Form.SIGN);

	// Statements beyond are generated lists, not somebody's question for a key
	private static final int LONGEST = 50_000;

	private static final Pattern PIECE = Pattern.compile("""
			/\\*.*?\\*/|--[^\\n]*|'[^']*'|(?<quoted>"[^"]+"|`[^`]+`|\\[[^\\]]+])\
			|(?<plain>[\\p{L}_][\\p{L}\\p{N}_$#]*)|(?<sign>[.,()])""", Pattern.DOTALL);

	static List<SqlWord> read(String text) {
		List<SqlWord> words = new ArrayList<>();
		Matcher matcher = PIECE.matcher((text.length() <= LONGEST) ? text : "");
		while (matcher.find()) {
			String quoted = matcher.group("quoted");
			if (quoted != null) {
				words.add(new SqlWord(lower(quoted.substring(1, quoted.length() - 1)), Form.QUOTED));
			}
			else if (matcher.group("plain") != null) {
				words.add(new SqlWord(lower(matcher.group()), Form.PLAIN));
			}
			else if (matcher.group("sign") != null) {
				words.add(new SqlWord(matcher.group(), Form.SIGN));
			}
		}
		return words;
	}

	boolean isKeyword(String keyword) {
		return this.form == Form.PLAIN && this.text.equals(keyword);
	}

	boolean isKeyword(Set<String> keywords) {
		return this.form == Form.PLAIN && keywords.contains(this.text);
	}

	boolean isName() {
		return this.form != Form.SIGN;
	}

	boolean is(String sign) {
		return this.form == Form.SIGN && this.text.equals(sign);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * How a word is written.
	 */
	enum Form {

		PLAIN, QUOTED, SIGN

	}

}
