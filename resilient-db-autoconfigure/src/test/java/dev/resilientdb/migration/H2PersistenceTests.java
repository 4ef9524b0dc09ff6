package dev.resilientdb.migration;

import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class H2PersistenceTests extends PersistenceContract {

	H2PersistenceTests() {
		super(TestDatabase.h2());
	}

	@Test
	void hibernateMayNotChangeTheSchemaWhenNobodyCanTellWhoseItIs() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(refusal(jpa("spring.jpa.hibernate.ddl-auto=update",
				"spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.H2Dialect")
			.withProperties(loginOfFlyway())
			.with(LostRouter.class)));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
	}

	@Configuration(proxyBeanMethods = false)
	static class LostRouter {

		@Bean
		DataSource dataSource() {
			AbstractRoutingDataSource router = new AbstractRoutingDataSource() {
				@Override
				protected Object determineCurrentLookupKey() {
					return "nowhere";
				}
			};
			router.setTargetDataSources(Map.of());
			router.setLenientFallback(false);
			return router;
		}

	}

}
