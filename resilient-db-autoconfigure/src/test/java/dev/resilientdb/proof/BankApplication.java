package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

import dev.resilientdb.retry.DeadlockRetryTemplate;

/**
 * The application that carries out orders. Waits are short and the budget is large, so
 * that many faults fit into little time.
 */
final class BankApplication {

	private static final String[] PROPERTIES = { "spring.flyway.enabled=false", "spring.main.banner-mode=off",
			"spring.jpa.hibernate.ddl-auto=none", "spring.jpa.open-in-view=false", "resilient-db.retry.delay=1ms",
			"resilient-db.retry.max-delay=5ms", "resilient-db.retry.connection.delay=1ms",
			"resilient-db.retry.connection.max-delay=5ms", "resilient-db.retry.budget.capacity=1000000",
			"logging.level.dev.resilientdb.retry=error",
			// Each fault leaves a stack trace there
			"logging.level.com.zaxxer.hikari=off", "logging.level.org.hibernate=off",
			"logging.level.org.springframework.transaction=off", "logging.level.org.springframework.jdbc=off",
			"logging.level.org.springframework.orm=off" };

	private static final String WITHOUT_JPA = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
			+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

	private BankApplication() {
	}

	/**
	 * To be closed by the caller.
	 */
	static ConfigurableApplicationContext start(Premises premises, List<Class<?>> configurations,
			String... properties) {
		List<Class<?>> sources = new ArrayList<>(configurations);
		sources.add(Beans.class);
		List<String> all = new ArrayList<>(List.of(PROPERTIES));
		all.addAll(List.of(properties));
		if (!configurations.contains(Jpa.class)) {
			all.add(WITHOUT_JPA);
		}
		return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).web(WebApplicationType.NONE)
			.properties(all.toArray(String[]::new))
			.initializers(
					(context) -> ((GenericApplicationContext) context).registerBean(Premises.class, () -> premises))
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Archive.Beans.class, Branch.class, Bank.class, AuditedBank.class, Books.class })
	static class Beans {

		@Bean
		Staff staff(Bank bank, AuditedBank audited, Books books, ObjectProvider<EntityBank> entities,
				Staff.Templates templates) {
			return new Staff(bank, audited, books, entities, templates);
		}

		@Bean
		Staff.Templates templates(DeadlockRetryTemplate retry, PlatformTransactionManager manager) {
			return Staff.Templates.of(retry, manager);
		}

	}

	/**
	 * Transactions of Hibernate.
	 */
	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Account.class)
	@Import(EntityBank.class)
	static class Jpa {

	}

}
