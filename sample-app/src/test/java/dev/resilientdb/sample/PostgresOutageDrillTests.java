package dev.resilientdb.sample;

import org.junit.jupiter.api.Test;

class PostgresOutageDrillTests extends ServerDrillContract {

	@Test
	void wrongPasswordIsNamed() {
		explainedDrill("wrong-password");
	}

}
