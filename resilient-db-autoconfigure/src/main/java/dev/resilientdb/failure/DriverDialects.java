package dev.resilientdb.failure;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect that understands an exception: by the driver that made it, and among
 * the products that the driver serves by those the application is connected to.
 */
final class DriverDialects {

	// A driver's factory frames are on top; the application's frames are far below
	private static final int FRAMES = 16;

	private final List<FailureDialect> dialects;

	private final Supplier<Set<String>> connectedProducts;

	DriverDialects(Collection<? extends FailureDialect> dialects, Supplier<Set<String>> connectedProducts) {
		this.dialects = List.copyOf(dialects);
		this.connectedProducts = connectedProducts;
	}

	/**
	 * Finds the dialect for the first exception whose driver can be told, or that of the
	 * only connected product.
	 */
	@Nullable FailureDialect find(List<SQLException> exceptions) {
		Set<String> connected = this.connectedProducts.get();
		for (SQLException ex : exceptions) {
			FailureDialect dialect = ofDriver(ex, connected);
			if (dialect != null) {
				return dialect;
			}
		}
		return (connected.size() == 1) ? ofProduct(connected.iterator().next()) : null;
	}

	private @Nullable FailureDialect ofProduct(String product) {
		for (FailureDialect dialect : this.dialects) {
			if (dialect.product().equals(product)) {
				return dialect;
			}
		}
		return null;
	}

	private @Nullable FailureDialect ofDriver(SQLException ex, Set<String> connected) {
		FailureDialect dialect = ofClass(ex.getClass().getName(), connected);
		if (dialect != null || !ex.getClass().getName().startsWith("java.sql.")) {
			return dialect;
		}
		StackTraceElement[] frames = ex.getStackTrace();
		for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
			dialect = ofClass(frames[i].getClassName(), connected);
			if (dialect != null) {
				return dialect;
			}
		}
		return null;
	}

	private @Nullable FailureDialect ofClass(String className, Set<String> connected) {
		FailureDialect best = null;
		int bestRank = Integer.MAX_VALUE;
		for (FailureDialect dialect : this.dialects) {
			int rank = rank(dialect, className, connected);
			if (rank <= bestRank && rank >= 0) {
				best = dialect;
				bestRank = rank;
			}
		}
		return best;
	}

	/**
	 * A connected product before all others, then the product whose own driver it is;
	 * negative when the driver does not serve the product.
	 */
	private static int rank(FailureDialect dialect, String className, Set<String> connected) {
		int position = 1;
		for (String driverPackage : dialect.driverPackages()) {
			if (className.startsWith(driverPackage)) {
				return connected.contains(dialect.product()) ? 0 : position;
			}
			position++;
		}
		return -1;
	}

}
