package dev.resilientdb.retry;

import java.io.Closeable;
import java.lang.reflect.Proxy;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.aop.framework.autoproxy.AbstractAdvisorAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.Aware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.config.TransactionManagementConfigUtils;
import org.springframework.util.ClassUtils;

/**
 * How the application makes its proxies.
 */
final class ProxyCreation {

	private final ConfigurableListableBeanFactory beanFactory;

	ProxyCreation(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Whether beans get a proxy when an advisor matches them.
	 */
	boolean isActive() {
		return this.beanFactory.getBeanNamesForType(AbstractAdvisorAutoProxyCreator.class, false, false).length > 0;
	}

	boolean hasTransactions() {
		return this.beanFactory.getBeanNamesForType(TransactionManager.class, true, false).length > 0;
	}

	/**
	 * Whether AspectJ weaves the transactions into the methods.
	 */
	boolean isWoven() {
		return this.beanFactory.containsBean(TransactionManagementConfigUtils.TRANSACTION_ASPECT_BEAN_NAME)
				|| this.beanFactory.containsBean(TransactionManagementConfigUtils.JTA_TRANSACTION_ASPECT_BEAN_NAME);
	}

	boolean isAsyncWoven() {
		return this.beanFactory.containsBean(TaskManagementConfigUtils.ASYNC_EXECUTION_ASPECT_BEAN_NAME);
	}

	/**
	 * Whether the proxy of such a bean will be a subclass.
	 */
	boolean makesSubclass(String beanName, Class<?> type) {
		String creator = AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME;
		// Spring stands in front of these with their interfaces, whatever was asked for
		boolean madeUp = Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type);
		if (madeUp || !this.beanFactory.containsSingleton(creator)) {
			return false;
		}
		return (this.beanFactory.getBean(creator) instanceof ProxyConfig config && config.isProxyTargetClass())
				|| AutoProxyUtils.shouldProxyTargetClass(this.beanFactory, beanName) || !hasOwnInterface(type);
	}

	private static boolean hasOwnInterface(Class<?> type) {
		for (Class<?> implemented : ClassUtils.getAllInterfacesForClassAsSet(type)) {
			if (!isCallback(implemented) && implemented.getMethods().length > 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean isCallback(Class<?> type) {
		return type == InitializingBean.class || type == DisposableBean.class || type == AutoCloseable.class
				|| type == Closeable.class || Aware.class.isAssignableFrom(type);
	}

}
