package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.constraint.ConstraintAudit;
import dev.resilientdb.constraint.ConstraintAudit.Unworded;
import dev.resilientdb.constraint.ConstraintLog;
import dev.resilientdb.constraint.ConstraintLog.Summary;

/**
 * Section {@code constraints}.
 */
final class ConstraintSection implements CountingSection {

	private final ConstraintLog log;

	private final ConstraintAudit audit;

	ConstraintSection(ConstraintLog log, ConstraintAudit audit) {
		this.log = log;
		this.audit = audit;
	}

	@Override
	public String name() {
		return "constraints";
	}

	@Override
	public Map<String, Object> overall() {
		return view(this.log.summary());
	}

	@Override
	public Map<String, Object> of(String dataSource) {
		Map<String, Object> view = view(this.log.summary(dataSource));
		List<Unworded> missing = this.audit.withoutMessage(dataSource);
		view.put("audit", (missing != null) ? "complete" : "pending");
		view.put("withoutMessage", (missing != null) ? missing : List.of());
		return view;
	}

	@Override
	public void reset() {
		this.log.reset();
	}

	private Map<String, Object> view(Summary summary) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("total", summary.total());
		view.put("perMinute", summary.perMinute());
		view.put("byKind", summary.byKind());
		view.put("constraints", summary.constraints());
		view.put("advice", this.audit.advice(summary));
		return view;
	}

}
