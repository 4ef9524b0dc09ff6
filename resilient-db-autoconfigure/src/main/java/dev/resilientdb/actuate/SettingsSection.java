package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Section {@code settings}: the settings in force and those that can be changed.
 */
final class SettingsSection {

	private static final Logger logger = LoggerFactory.getLogger(SettingsSection.class);

	private final List<RoomSettings> rooms;

	SettingsSection(List<RoomSettings> rooms) {
		this.rooms = List.copyOf(rooms);
	}

	Map<String, Object> view() {
		Map<String, Object> values = new TreeMap<>();
		this.rooms.forEach((room) -> values.putAll(room.values().get()));
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("values", values);
		view.put("changeable", changeable());
		return view;
	}

	// One after the other, so that each is logged with what it changed
	synchronized void change(String name, String value) {
		RoomSettings room = room(name);
		Map<String, Object> before = room.values().get();
		room.change().accept(name, value);
		room.values().get().forEach((setting, after) -> {
			Object old = before.get(setting);
			if (!after.equals(old)) {
				logger.info("Setting '{}' is {}, was {}", setting, after, old);
			}
		});
	}

	private RoomSettings room(String name) {
		for (RoomSettings room : this.rooms) {
			if (room.has(name)) {
				return room;
			}
		}
		throw new IllegalArgumentException(
				"'" + name + "' cannot be changed while running; changeable are " + changeable());
	}

	private List<String> changeable() {
		return this.rooms.stream().flatMap((room) -> room.changeable().get().stream()).toList();
	}

}
