package dev.resilientdb.acquisition;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import dev.resilientdb.ConditionalOnRoom;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureAutoConfiguration;

/**
 * Lets other rooms stand around the acquisition of connections.
 */
@AutoConfiguration(after = FailureAutoConfiguration.class)
@ConditionalOnRoom({ "failure", "acquisition" })
@ConditionalOnClass({ DataSource.class, DelegatingDataSource.class })
public final class AcquisitionAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AcquisitionChains resilientDbAcquisitionChains(ObjectProvider<AcquisitionInterceptorFactory> factories) {
		return new AcquisitionChains(() -> factories.orderedStream().toList());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DataSourcePostProcessor resilientDbDataSourcePostProcessor(ObjectProvider<AcquisitionChains> chains) {
		return new DataSourcePostProcessor(chains::getObject);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static TransactionManagerPostProcessor resilientDbAcquisitionTransactionManagerPostProcessor(
			ObjectProvider<DatabaseProducts> products, ObjectProvider<AcquisitionChains> chains) {
		return new TransactionManagerPostProcessor(products::getObject, chains::getObject);
	}

}
