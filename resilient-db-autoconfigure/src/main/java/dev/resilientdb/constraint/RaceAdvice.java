package dev.resilientdb.constraint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.constraint.ObservedViolation.Course;
import dev.resilientdb.failure.DatabaseProducts;

/**
 * What to do about requests that look for a row, find none and insert it. Says so once
 * for each key when it was seen to happen.
 */
final class RaceAdvice implements ViolationListener {

	private static final Logger logger = LoggerFactory.getLogger(RaceAdvice.class);

	private static final int MAX_MENTIONED = 1000;

	private final DatabaseProducts products;

	private final Map<String, ConstraintDialect> dialects;

	private final Set<String> mentioned = ConcurrentHashMap.newKeySet();

	RaceAdvice(DatabaseProducts products, List<ConstraintDialect> dialects) {
		this.products = products;
		this.dialects = dialects.stream()
			.collect(Collectors.toMap(ConstraintDialect::product, Function.identity(), (first, second) -> first));
	}

	@Override
	public void onViolation(ObservedViolation observed) {
		if (observed.course() != Course.RACE) {
			return;
		}
		String dataSource = observed.event().dataSource();
		String key = key(observed.violation().constraint(), observed.violation().table());
		if (this.mentioned.size() < MAX_MENTIONED && this.mentioned.add(dataSource + " " + key)) {
			logger.info("{} was violated in {} although the same transaction had looked for the row before: another"
					+ " one was faster. {}", key, observed.event().method(), remedy(dataSource));
		}
	}

	/**
	 * How a message calls a unique key.
	 */
	static String key(@Nullable String constraint, @Nullable String table) {
		return (constraint != null) ? constraint : "A unique key of " + table;
	}

	/**
	 * What helps against such races.
	 */
	String remedy(String dataSource) {
		ConstraintDialect dialect = dialect(dataSource);
		String statement = (dialect != null) ? dialect.upsert() : "an upsert";
		return "Insert first and handle the duplicate, use " + statement
				+ ", or lock a row that stands for the key before looking.";
	}

	@Nullable ConstraintDialect dialect(String dataSource) {
		String product = this.products.product(dataSource);
		return (product != null) ? this.dialects.get(product) : null;
	}

}
