package dev.resilientdb.retry;

import java.util.EnumMap;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.Fault;
import dev.resilientdb.test.FaultSite;
import dev.resilientdb.test.FaultyDataSource;
import dev.resilientdb.test.ProductFaults;

/**
 * Has the next JDBC call of a kind fail the way H2 fails. For tests with one thread.
 */
@Configuration(proxyBeanMethods = false)
class PlannedFaults {

	private final Map<FaultSite, Fault> next = new EnumMap<>(FaultSite.class);

	void strike(FaultSite site, Fault fault) {
		this.next.put(site, fault);
	}

	@Bean
	BeanPostProcessor faultyDataSource() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource target)
						? new FaultyDataSource(target, ProductFaults.h2(), PlannedFaults.this::next) : bean;
			}
		};
	}

	private Fault next(FaultSite site) {
		Fault planned = this.next.remove(site);
		return (planned != null) ? planned : Fault.NONE;
	}

}
