package dev.resilientdb.test;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The products that {@link TcpRelay} understands.
 */
enum RelayedProduct {

	POSTGRES("jdbc:postgresql:", "?socketTimeout=2", PostgresProtocol::new),

	MARIADB("jdbc:mariadb:", "?socketTimeout=1000", MariaDbProtocol::new);

	private final String url;

	private final String impatience;

	private final Supplier<WireProtocol> protocol;

	RelayedProduct(String url, String impatience, Supplier<WireProtocol> protocol) {
		this.url = url;
		this.impatience = impatience;
		this.protocol = protocol;
	}

	static RelayedProduct of(Login login) {
		return Stream.of(values()).filter((product) -> login.url().startsWith(product.url)).findFirst().orElseThrow();
	}

	/**
	 * Has the driver give up waiting for an answer soon.
	 */
	String impatience() {
		return this.impatience;
	}

	WireProtocol newProtocol() {
		return this.protocol.get();
	}

}
