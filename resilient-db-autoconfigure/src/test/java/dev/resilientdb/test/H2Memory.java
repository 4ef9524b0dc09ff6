package dev.resilientdb.test;

/**
 * H2 databases that live until they are dropped.
 */
final class H2Memory implements DatabaseSource {

	@Override
	public Login create(String name) {
		Login admin = admin(name);
		admin.execute("set db_close_delay -1");
		return admin;
	}

	@Override
	public Login admin(String name) {
		return new Login("jdbc:h2:mem:" + name, "sa", "secret");
	}

	@Override
	public void drop(String name) {
		admin(name).execute("shutdown");
	}

	@Override
	public SessionStatements sessions() {
		return SessionStatements.H2;
	}

}
