package dev.resilientdb.test;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@link TcpRelay} knows of a product.
 *
 * @param url how its URLs begin
 * @param impatience has the driver give up waiting for an answer soon
 * @param protocol understands one connection
 */
record RelayedProduct(String url, String impatience, Supplier<WireProtocol> protocol) {

	private static final RelayedProduct POSTGRES = new RelayedProduct("jdbc:postgresql:", "?socketTimeout=2",
			PostgresProtocol::new);

	private static final RelayedProduct MARIADB = new RelayedProduct("jdbc:mariadb:", "?socketTimeout=1000",
			MariaDbProtocol::new);

	static RelayedProduct of(Login login) {
		return Stream.of(POSTGRES, MARIADB)
			.filter((product) -> login.url().startsWith(product.url))
			.findFirst()
			.orElseThrow();
	}

}
