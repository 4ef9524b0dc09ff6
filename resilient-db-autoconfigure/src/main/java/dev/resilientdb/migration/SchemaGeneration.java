package dev.resilientdb.migration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Stops persistence units that would change a schema of which Flyway keeps the history,
 * before they have done so. By then all settings are known, and Flyway is done.
 */
final class SchemaGeneration implements BeanPostProcessor {

	private static final Set<String> HARMLESS = Set.of("", "none", "validate");

	private static final String HIBERNATE = "hibernate.hbm2ddl.auto";

	private static final String STANDARD = "jakarta.persistence.schema-generation.database.action";

	private final ObjectProvider<PersistenceFindings> findings;

	private final ObjectProvider<SchemaExaminer> examiner;

	SchemaGeneration(ObjectProvider<PersistenceFindings> findings, ObjectProvider<SchemaExaminer> examiner) {
		this.findings = findings;
		this.examiner = examiner;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof LocalContainerEntityManagerFactoryBean factory && factory.getDataSource() != null) {
			check(factory, factory.getDataSource(), beanName.replaceFirst("^&", ""));
		}
		return bean;
	}

	private void check(LocalContainerEntityManagerFactoryBean factory, DataSource dataSource, String name) {
		Map<String, Object> properties = properties(factory);
		for (String key : new String[] { HIBERNATE, STANDARD }) {
			String value = String.valueOf(properties.getOrDefault(key, "")).trim().toLowerCase(Locale.ROOT);
			if (!HARMLESS.contains(value)) {
				report(MappedSchema.of(dataSource, properties), name, key, value);
				return;
			}
		}
	}

	private static Map<String, Object> properties(LocalContainerEntityManagerFactoryBean factory) {
		Map<String, Object> properties = new HashMap<>();
		JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
		if (adapter != null) {
			properties.putAll(adapter.getJpaPropertyMap());
		}
		properties.putAll(factory.getJpaPropertyMap());
		return properties;
	}

	private void report(MappedSchema schema, String name, String key, String value) {
		PersistenceFindings.Found finding = new PersistenceFindings.Found(AnomalyKind.DDL_AUTO, name,
				"Its %s is %s: Hibernate would change the schema besides Flyway, and no history tells of it"
					.formatted(key, value),
				"Remove spring.jpa.properties.%s if it is set, set spring.jpa.hibernate.ddl-auto=validate, and write what"
					.formatted(key) + " Hibernate would have created into a migration.");
		MigrationReport report = this.findings.getObject().report(schema, finding);
		if (report != null && report.verdict() == MigrationVerdict.REFUSED) {
			throw this.examiner.getObject().refusal(report);
		}
	}

}
