package dev.resilientdb.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep of the drivers, for {@link PostgresError}.
 */
final class DriverHints implements RuntimeHintsRegistrar {

	private static final List<String> TYPES = List.of("org.postgresql.util.PSQLException",
			"org.postgresql.util.ServerErrorMessage", "com.yugabyte.util.PSQLException",
			"com.yugabyte.util.ServerErrorMessage");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String type : TYPES) {
			hints.reflection().registerTypeIfPresent(classLoader, type, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
	}

}
