package dev.resilientdb.retry;

import dev.resilientdb.test.TcpRelay;

/**
 * Without prepared statements, as behind a pooler that shares sessions.
 */
class SimpleQueryPostgresCutCommitTests extends PostgresCutCommitTests {

	@Override
	String url() {
		return super.url() + "&preferQueryMode=simple";
	}

	@Override
	TcpRelay.Form laterCommit() {
		return TcpRelay.Form.TEXT;
	}

}
