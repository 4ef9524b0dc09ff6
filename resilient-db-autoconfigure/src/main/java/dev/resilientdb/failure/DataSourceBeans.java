package dev.resilientdb.failure;

import java.util.Collections;
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

	private volatile Names known = new Names(-1, -1, Set.of());

	DataSourceBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	// Spring looks through all beans each time; a new bean may be, or reveal, a data
	// source
	Set<String> names() {
		int definitions = this.beanFactory.getBeanDefinitionCount();
		int singletons = this.beanFactory.getSingletonCount();
		Names names = this.known;
		if (names.definitions() != definitions || names.singletons() != singletons) {
			names = new Names(definitions, singletons, find());
			this.known = names;
		}
		return names.names();
	}

	private Set<String> find() {
		Set<String> names = new LinkedHashSet<>();
		for (String name : this.beanFactory.getBeanNamesForType(DataSource.class, false, false)) {
			if (isCandidate(name)) {
				names.add(name);
			}
		}
		return Collections.unmodifiableSet(names);
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

	private record Names(int definitions, int singletons, Set<String> names) {
	}

}
