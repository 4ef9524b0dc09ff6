package dev.resilientdb.actuate;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The settings of one room, by property name without the prefix {@code resilient-db.}.
 *
 * @param room the first part of their names
 * @param values tells those in force
 * @param changeable tells which can be changed
 * @param change changes one, or throws {@link IllegalArgumentException} with the reason
 * and changes nothing
 */
record RoomSettings(String room, Supplier<Map<String, Object>> values, Supplier<List<String>> changeable,
		BiConsumer<String, String> change) {

	boolean has(String name) {
		return name.startsWith(this.room + ".");
	}

}
