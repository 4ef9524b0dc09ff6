package dev.resilientdb.failure;

import java.util.LinkedHashSet;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The application's data sources, those that are no default candidates included. Looking
 * creates none: a lazy one stays lazy.
 */
final class DataSourceBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	DataSourceBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		for (String name : this.beanFactory.getBeanNamesForType(DataSource.class, false, false)) {
			if (isCandidate(name)) {
				names.add(name);
			}
		}
		return names;
	}

	/**
	 * A data source that has been created.
	 * @return the data source, or null when there is none yet
	 */
	@Nullable DataSource find(String name) {
		return (this.beanFactory.containsSingleton(name)
				&& this.beanFactory.getBean(name) instanceof DataSource dataSource) ? dataSource : null;
	}

	// What stands behind a proxy bean is no candidate
	private boolean isCandidate(String name) {
		return !this.beanFactory.containsBeanDefinition(name)
				|| this.beanFactory.getMergedBeanDefinition(name).isAutowireCandidate();
	}

}
