package dev.resilientdb.capability;

import java.util.List;

/**
 * Statements that show whether a server has a capability, without touching anything of
 * the application. When the last one returns rows, the first value tells; otherwise it is
 * enough that all of them pass.
 *
 * @param capability what is asked for
 * @param statements a single query, or a script that is tried only where the product is
 * said to have the capability: no server is made to log errors
 */
public record CapabilityProbe(Capability capability, List<String> statements) {

	public CapabilityProbe {
		statements = List.copyOf(statements);
	}

	boolean isScript() {
		return this.statements.size() > 1;
	}

}
