package dev.resilientdb.test;

import java.util.List;

/**
 * Hands out databases of a server by the statements of its product.
 */
abstract class ProductServer implements DatabaseServer {

	private final ServerProduct product;

	ProductServer(ServerProduct product) {
		this.product = product;
	}

	String host() {
		return "127.0.0.1";
	}

	abstract int port();

	@Override
	public final Login create(String name) {
		administrate(name, this.product.administration().create());
		return login(name, name);
	}

	@Override
	public final Login admin(String name) {
		return login(name, this.product.administration().user());
	}

	/**
	 * In the database that every server of the product has.
	 */
	final Login admin() {
		return admin(this.product.administration().database());
	}

	@Override
	public final void drop(String name) {
		administrate(name, this.product.administration().drop());
	}

	@Override
	public final SessionStatements sessions() {
		return this.product.sessions();
	}

	private void administrate(String name, List<String> statements) {
		admin().execute(statements.stream().map((statement) -> statement.formatted(name)).toArray(String[]::new));
	}

	private Login login(String database, String user) {
		return new Login(this.product.url().formatted(host(), port(), database), user, user);
	}

}
