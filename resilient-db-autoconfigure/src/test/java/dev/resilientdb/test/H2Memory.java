package dev.resilientdb.test;

/**
 * H2 databases that live until they are dropped.
 */
final class H2Memory implements DatabaseSource {

	@Override
	public Login create(String name) {
		return admin(name);
	}

	@Override
	public Login admin(String name) {
		return new Login("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "secret");
	}

	@Override
	public void drop(String name) {
		admin(name).execute("shutdown immediately");
	}

	@Override
	public SessionStatements sessions() {
		return SessionStatements.H2;
	}

}
