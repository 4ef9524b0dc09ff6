package dev.resilientdb.acquisition;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.support.AopUtils;
import org.springframework.cglib.core.SpringNamingPolicy;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.CallbackFilter;
import org.springframework.cglib.proxy.Dispatcher;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.Factory;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.objenesis.SpringObjenesis;

/**
 * Creates data sources of the same class as the application's, whose connections go
 * through a chain while everything else is answered by the application's own.
 */
final class InterceptedDataSources {

	private static final Logger logger = LoggerFactory.getLogger(InterceptedDataSources.class);

	private static final int DISPATCH = 0;

	private static final int ACQUIRE = 1;

	private static final int OWN = 2;

	private final SpringObjenesis objenesis = new SpringObjenesis();

	/**
	 * Whether a data source hands out connections of its own, which no other bean does.
	 */
	static boolean isSource(DataSource dataSource) {
		return !(dataSource instanceof DelegatingDataSource || dataSource instanceof AbstractRoutingDataSource
				|| isIntercepted(dataSource) || AopUtils.isAopProxy(dataSource)
				|| Proxy.isProxyClass(dataSource.getClass()));
	}

	private static boolean isIntercepted(DataSource dataSource) {
		return dataSource instanceof Factory factory && factory.getCallbacks().length > ACQUIRE
				&& factory.getCallback(ACQUIRE) instanceof Acquisition;
	}

	/**
	 * Puts a chain around a data source.
	 * @return a data source of the same class, or the one given when its class cannot be
	 * extended
	 */
	DataSource intercept(DataSource target, AcquisitionChain chain) {
		try {
			return hasFinalMethods(target.getClass()) ? leaveAlone(target) : extend(target, chain);
		}
		// Generated code meets classes of any vendor
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Data source cannot be intercepted", ex);
			return leaveAlone(target);
		}
	}

	private DataSource extend(DataSource target, AcquisitionChain chain) {
		Class<?> type = subclass(target.getClass());
		DataSource intercepted = (DataSource) this.objenesis.newInstance(type, true);
		FieldMirror mirror = new FieldMirror(target, intercepted);
		((Factory) intercepted).setCallbacks(
				new Callback[] { (Dispatcher) () -> target, new Acquisition(target, chain, mirror), NoOp.INSTANCE });
		mirror.reflect();
		return intercepted;
	}

	private static DataSource leaveAlone(DataSource target) {
		logger.warn(
				"Connections of {} are not watched as they are taken, and only transactions are refused while"
						+ " its database is down: the class or one of its methods is final",
				target.getClass().getName());
		return target;
	}

	// They would work on the fields of the subclass
	private static boolean hasFinalMethods(Class<?> type) {
		for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
			for (Method method : declaring.getDeclaredMethods()) {
				int modifiers = method.getModifiers();
				if (Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)) {
					return true;
				}
			}
		}
		return false;
	}

	private static Class<?> subclass(Class<?> type) {
		Enhancer enhancer = new Enhancer();
		enhancer.setSuperclass(type);
		enhancer.setNamingPolicy(SpringNamingPolicy.INSTANCE);
		enhancer.setCallbackFilter(Methods.FILTER);
		enhancer.setCallbackTypes(new Class<?>[] { Dispatcher.class, MethodInterceptor.class, NoOp.class });
		return enhancer.createClass();
	}

	/**
	 * Which method is answered by whom.
	 */
	private enum Methods implements CallbackFilter {

		FILTER;

		@Override
		public int accept(Method method) {
			return switch (method.getName()) {
				case "getConnection" -> isOfDataSource(method) ? ACQUIRE : DISPATCH;
				// Equal to itself, which is what transactions are bound to
				case "equals", "hashCode" -> OWN;
				default -> DISPATCH;
			};
		}

		// Vendors have further ones, such as Oracle's with labels, and what becomes of
		// another login says nothing about this one
		private static boolean isOfDataSource(Method method) {
			return Connection.class.isAssignableFrom(method.getReturnType()) && method.getParameterCount() == 0;
		}

	}

	/**
	 * Takes connections of the target through the chain.
	 */
	private static final class Acquisition implements MethodInterceptor {

		private final FieldMirror mirror;

		private final ConnectionSource source;

		Acquisition(DataSource target, AcquisitionChain chain, FieldMirror mirror) {
			this.mirror = mirror;
			this.source = chain.around(target::getConnection);
		}

		@Override
		public Object intercept(Object intercepted, Method method, Object[] arguments, MethodProxy proxy)
				throws SQLException {
			Connection connection = this.source.connect();
			this.mirror.reflectOnce();
			return connection;
		}

	}

}
