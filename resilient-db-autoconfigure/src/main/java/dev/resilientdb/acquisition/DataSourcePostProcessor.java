package dev.resilientdb.acquisition;

import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Puts interceptors around the connections of every data source of the application.
 */
final class DataSourcePostProcessor implements BeanPostProcessor, Ordered {

	// Inside what decorates data sources, such as Boot's lazy connections (order 0)
	private static final int ORDER = -100;

	private static final String SCOPED_TARGET = ScopedProxyUtils.getTargetBeanName("");

	private final Supplier<AcquisitionChains> chains;

	private final InterceptedDataSources dataSources = new InterceptedDataSources();

	DataSourcePostProcessor(Supplier<AcquisitionChains> chains) {
		this.chains = chains;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof DataSource dataSource) || !InterceptedDataSources.isSource(dataSource)) {
			return bean;
		}
		AcquisitionChain chain = this.chains.get().create(name(beanName));
		return (chain != null) ? this.dataSources.intercept(dataSource, chain) : bean;
	}

	private static String name(String beanName) {
		return ScopedProxyUtils.isScopedTarget(beanName) ? beanName.substring(SCOPED_TARGET.length()) : beanName;
	}

}
