package dev.resilientdb.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Endpoint {@code dbhealth}: what the application knows of its databases, from memory
 * alone. Writing operations exist only with unrestricted access.
 */
@Endpoint(id = "dbhealth", defaultAccess = Access.READ_ONLY)
final class DbHealthEndpoint {

	private static final String SETTINGS = "settings";

	private final DatabaseHealth health;

	private final @Nullable SettingsSection settings;

	DbHealthEndpoint(DatabaseHealth health, @Nullable SettingsSection settings) {
		this.health = health;
		this.settings = settings;
	}

	@ReadOperation
	public Map<String, Object> overview() {
		return this.health.overview();
	}

	@ReadOperation
	public @Nullable Map<String, Object> section(@Selector String section) {
		if (SETTINGS.equals(section)) {
			return (this.settings != null) ? this.settings.view() : null;
		}
		return this.health.section(section);
	}

	@WriteOperation
	public Map<String, Object> change(@Selector String section, String name, String value) {
		if (!SETTINGS.equals(section) || this.settings == null) {
			throw new InvalidEndpointRequestException("Section '" + section + "' takes no changes",
					"Section takes no changes");
		}
		try {
			this.settings.change(name, value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), "Setting refused");
		}
		return this.settings.view();
	}

	@DeleteOperation
	public void reset(@Selector String section) {
		if (!(this.health.find(section) instanceof CountingSection counting)) {
			throw new InvalidEndpointRequestException("Section '" + section + "' counts nothing",
					"Section counts nothing");
		}
		counting.reset();
	}

}
