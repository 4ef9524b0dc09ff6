package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresTogetherTests extends TogetherContract {

	PostgresTogetherTests() {
		super(TestDatabase.postgres());
	}

}
