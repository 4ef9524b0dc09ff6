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

	private volatile @Nullable Found found;

	DataSourceBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	Set<String> names() {
		Found known = this.found;
		int definitions = this.beanFactory.getBeanDefinitionCount();
		int singletons = this.beanFactory.getSingletonCount();
		if (known != null && known.definitions == definitions && known.singletons == singletons) {
			return known.names;
		}
		Set<String> names = search();
		if (this.beanFactory.isConfigurationFrozen()) {
			this.found = new Found(names, definitions, singletons);
		}
		return names;
	}

	private Set<String> search() {
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

	/**
	 * Names, and how many beans there were when they were looked for: looking goes
	 * through all of them.
	 */
	private record Found(Set<String> names, int definitions, int singletons) {
	}

}
