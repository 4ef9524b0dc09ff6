package dev.resilientdb.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A physical connection between whose calls and the server a {@link FaultPlan} stands.
 */
record FaultyConnection(Connection physical, ProductFaults product, FaultPlan plan) {

	private static final Set<Class<?>> GUARDED = Set.of(Statement.class, PreparedStatement.class,
			CallableStatement.class, ResultSet.class);

	Connection proxy() {
		return (Connection) proxy(Connection.class, this.physical);
	}

	private Object proxy(Class<?> type, Object target) {
		return Proxy.newProxyInstance(FaultyConnection.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> call(proxy, target, method, arguments));
	}

	private @Nullable Object call(Object proxy, Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		if (method.getDeclaringClass() == Object.class) {
			return method.getName().equals("equals") ? proxy == arguments[0] : method.invoke(target, arguments);
		}
		FaultSite site = FaultSite.of(method);
		Fault fault = (site != null) ? this.plan.next(site) : Fault.NONE;
		strikeBefore(fault, site);
		Object result = invoke(target, method, arguments);
		if (fault == Fault.ANSWER_LOST) {
			this.product.cut(this.physical);
			throw this.product.lost();
		}
		Class<?> type = method.getReturnType();
		return (result != null && GUARDED.contains(type)) ? proxy(type, result) : result;
	}

	private void strikeBefore(Fault fault, @Nullable FaultSite site) throws SQLException {
		switch (fault) {
			case DEADLOCK, SERIALIZATION_FAILURE, LOCK_TIMEOUT, UNIQUE_VIOLATION -> refuse(fault, site);
			case LOST -> {
				this.product.cut(this.physical);
				throw this.product.lost();
			}
			case NOT_SENT -> throw this.product.notSent();
			case NONE, ANSWER_LOST, REFUSED -> {
			}
		}
	}

	private void refuse(Fault fault, @Nullable FaultSite site) throws SQLException {
		if (site == FaultSite.COMMIT) {
			this.product.commit(this.physical, fault);
		}
		else {
			this.product.statement(this.physical, fault);
		}
		throw new IllegalStateException(fault + " was not thrown");
	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
