package dev.resilientdb.lint;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, texts, numbers and truth values as JSON of RFC 8259, indented.
 */
final class JsonText {

	private final StringBuilder text = new StringBuilder();

	private JsonText() {
	}

	static String of(Map<String, ?> value) {
		JsonText json = new JsonText();
		json.value(value, "\n");
		return json.text.append('\n').toString();
	}

	private void value(Object value, String line) {
		if (value instanceof Map<?, ?> map) {
			object(map, line);
		}
		else if (value instanceof List<?> list) {
			array(list, line);
		}
		else if (value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else {
			string(value.toString());
		}
	}

	private void object(Map<?, ?> map, String line) {
		this.text.append('{');
		for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext();) {
			Map.Entry<?, ?> entry = entries.next();
			this.text.append(line).append("  ");
			string(String.valueOf(entry.getKey()));
			this.text.append(": ");
			value(entry.getValue(), line + "  ");
			this.text.append(entries.hasNext() ? "," : "");
		}
		this.text.append(map.isEmpty() ? "" : line).append('}');
	}

	private void array(List<?> list, String line) {
		this.text.append('[');
		for (Iterator<?> items = list.iterator(); items.hasNext();) {
			this.text.append(line).append("  ");
			value(items.next(), line + "  ");
			this.text.append(items.hasNext() ? "," : "");
		}
		this.text.append(list.isEmpty() ? "" : line).append(']');
	}

	private void string(String content) {
		this.text.append('"');
		for (int i = 0; i < content.length(); i++) {
			char c = content.charAt(i);
			switch (c) {
				case '"' -> this.text.append("\\\"");
				case '\\' -> this.text.append("\\\\");
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				case '\t' -> this.text.append("\\t");
				default -> this.text.append((c < ' ') ? "\\u%04x".formatted((int) c) : String.valueOf(c));
			}
		}
		this.text.append('"');
	}

}
