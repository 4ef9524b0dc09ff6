package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.resilientdb.retry.RetrySettings;

/**
 * Section {@code settings}: the settings in force and those that can be changed.
 */
final class SettingsSection {

	private final RetrySettings settings;

	SettingsSection(RetrySettings settings) {
		this.settings = settings;
	}

	Map<String, Object> view() {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("values", this.settings.values());
		view.put("changeable", this.settings.changeable());
		return view;
	}

	void change(String name, String value) {
		this.settings.change(name, value);
	}

}
