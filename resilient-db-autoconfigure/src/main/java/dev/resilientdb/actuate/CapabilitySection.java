package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.capability.Capabilities;
import dev.resilientdb.capability.CapabilityReport;
import dev.resilientdb.capability.ServerCapability;

/**
 * Section {@code capabilities}. The view of all sections has only the server's version
 * and what it does not do as documented.
 */
final class CapabilitySection implements HealthSection {

	private final Capabilities capabilities;

	CapabilitySection(Capabilities capabilities) {
		this.capabilities = capabilities;
	}

	@Override
	public String name() {
		return "capabilities";
	}

	@Override
	public Map<String, Object> overall() {
		return Map.of();
	}

	@Override
	@SuppressWarnings("NullAway") // JSON has a null
	public Map<String, Object> of(String dataSource) {
		CapabilityReport report = this.capabilities.report(dataSource);
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("product", report.product());
		view.put("version", report.version());
		view.put("disagreements", names(report.disagreements()));
		Map<String, Object> details = new LinkedHashMap<>();
		report.capabilities().forEach((capability) -> details.put(capability.capability().name(), view(capability)));
		view.put("capabilities", details);
		if (report.capabilities().isEmpty()) {
			view.put("unknown", reason(report));
		}
		return view;
	}

	private static String reason(CapabilityReport report) {
		return (report.version() != null) ? "Nothing is known of the capabilities of " + report.product()
				: "The server was not asked yet";
	}

	@SuppressWarnings("NullAway") // JSON has a null
	private static Map<String, Object> view(ServerCapability capability) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("meaning", capability.capability().meaning());
		view.put("support", capability.support());
		view.put("declared", capability.declared());
		view.put("observed", capability.observed());
		if (!capability.note().isEmpty()) {
			view.put("note", capability.note());
		}
		return view;
	}

	@Override
	@SuppressWarnings("NullAway") // JSON has a null
	public Map<String, Object> summary(String dataSource) {
		CapabilityReport report = this.capabilities.report(dataSource);
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("version", report.version());
		view.put("disagreements", names(report.disagreements()));
		return view;
	}

	private static List<String> names(List<ServerCapability> capabilities) {
		return capabilities.stream().map((capability) -> capability.capability().name()).toList();
	}

}
