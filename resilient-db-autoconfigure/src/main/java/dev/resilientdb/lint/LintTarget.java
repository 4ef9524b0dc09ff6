package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * What the scripts are going to run on.
 *
 * @param product name of the product, such as {@code PostgreSQL} or {@code MariaDB}
 * @param version version of the server such as {@code 16.4}, null when unknown: then
 * advice fits every supported version
 * @param catalog what is there before the scripts run
 * @param lock how Flyway keeps other instances out
 * @param lockTimeout whether the session gives up waiting for locks
 */
public record LintTarget(String product, @Nullable String version, LintCatalog catalog, FlywayLock lock,
		LockTimeout lockTimeout) {

	/**
	 * Creates a target of which only the product is known.
	 */
	public static LintTarget of(String product) {
		return new LintTarget(product, null, LintCatalog.UNKNOWN, FlywayLock.UNKNOWN, LockTimeout.UNKNOWN);
	}

	public LintTarget withVersion(@Nullable String serverVersion) {
		return new LintTarget(this.product, serverVersion, this.catalog, this.lock, this.lockTimeout);
	}

	public LintTarget withCatalog(LintCatalog known) {
		return new LintTarget(this.product, this.version, known, this.lock, this.lockTimeout);
	}

	public LintTarget withLock(FlywayLock held) {
		return new LintTarget(this.product, this.version, this.catalog, held, this.lockTimeout);
	}

	public LintTarget withLockTimeout(LockTimeout use) {
		return new LintTarget(this.product, this.version, this.catalog, this.lock, use);
	}

	/**
	 * Whether the server is known to be of this major version or a later one.
	 */
	boolean isAtLeast(int major) {
		return this.version != null && major() >= major;
	}

	/**
	 * Whether the server is known to be older than this major version.
	 */
	boolean isBefore(int major) {
		return this.version != null && major() < major;
	}

	private int major() {
		int number = 0;
		String text = (this.version != null) ? this.version : "";
		for (int i = 0; i < text.length() && i < 4 && Character.isDigit(text.charAt(i)); i++) {
			number = number * 10 + Character.digit(text.charAt(i), 10);
		}
		return number;
	}

	/**
	 * The product with its version when known, such as {@code PostgreSQL 16.4}.
	 */
	@Override
	public String toString() {
		return (this.version != null) ? this.product + " " + this.version : this.product;
	}

}
