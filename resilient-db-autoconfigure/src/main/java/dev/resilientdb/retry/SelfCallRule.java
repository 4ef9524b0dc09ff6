package dev.resilientdb.retry;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

import dev.resilientdb.retry.RetriedMethod.Origin;

/**
 * A call on {@code this} passes the proxy by. It matters where the call through the proxy
 * would have been retried: from a public method that does not hold a transaction for the
 * called one to join.
 */
final class SelfCallRule {

	/**
	 * Finds such calls.
	 * @param methods the methods of the class for which retries are asked
	 */
	List<Misuse> check(Class<?> type, List<RetriedMethod> methods, TransactionAttributeSource attributes) {
		Map<String, RetriedMethod> retried = new LinkedHashMap<>();
		for (RetriedMethod method : methods) {
			if (method.origin() != Origin.PROPERTY && method.isCallable() && method.beginsTransaction()) {
				retried.put(SelfCalls.key(method.method()), method);
			}
		}
		List<Misuse> result = new ArrayList<>();
		if (!retried.isEmpty()) {
			SelfCalls calls = SelfCalls.of(type);
			for (Method method : type.getMethods()) {
				if (isEntry(method) && !retried.containsKey(SelfCalls.key(method))) {
					TransactionAttribute attribute = attributes.getTransactionAttribute(method, type);
					Call call = new Call(method, holdsTransaction(attribute));
					result.addAll(lost(call, calls, retried));
				}
			}
		}
		return result;
	}

	private static boolean isEntry(Method method) {
		return method.getDeclaringClass() != Object.class && !method.isSynthetic()
				&& !Modifier.isStatic(method.getModifiers());
	}

	private static boolean holdsTransaction(@Nullable TransactionAttribute attribute) {
		return attribute != null && (AdvisedMethods.beginsTransaction(attribute)
				|| attribute.getPropagationBehavior() == TransactionDefinition.PROPAGATION_MANDATORY);
	}

	private static List<Misuse> lost(Call entry, SelfCalls calls, Map<String, RetriedMethod> retried) {
		List<Misuse> result = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(SelfCalls.key(entry.method())));
		while (!open.isEmpty()) {
			String caller = open.pop();
			for (String called : seen.add(caller) ? calls.from(caller) : Set.<String>of()) {
				RetriedMethod method = retried.get(called);
				if (method == null) {
					open.push(called);
				}
				else if (!entry.holdsTransaction() || method.alwaysBeginsTransaction()) {
					result.add(misuse(method, caller.substring(0, caller.indexOf('('))));
				}
			}
		}
		return result;
	}

	private static Misuse misuse(RetriedMethod method, String caller) {
		return method.misuse(
				"is called by " + caller + " of the same object: such a call passes the proxy by, so that it is"
						+ " neither a transaction of its own nor retried",
				"Call it from another bean, let " + caller + " carry @Transactional and @DeadlockRetry, or use"
						+ " DeadlockRetryTemplate there.");
	}

	private record Call(Method method, boolean holdsTransaction) {
	}

}
