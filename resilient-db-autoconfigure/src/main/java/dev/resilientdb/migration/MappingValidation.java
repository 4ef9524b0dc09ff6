package dev.resilientdb.migration;

import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;

/**
 * Compares mappings with their schemas once the application is ready, in a thread of its
 * own: the start waits for nobody, and no persistence unit is created for it.
 */
final class MappingValidation implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(MappingValidation.class);

	private final ConfigurableListableBeanFactory beans;

	private final PersistenceFindings findings;

	MappingValidation(ConfigurableListableBeanFactory beans, PersistenceFindings findings) {
		this.beans = beans;
		this.findings = findings;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Thread thread = new Thread(this::run, "resilient-db-mapping");
		thread.setDaemon(true);
		thread.start();
	}

	private void run() {
		try {
			validate();
		}
		// The application may be closed in the meantime
		catch (BeansException | IllegalStateException ex) {
			logger.debug("Mappings cannot be compared with their schemas", ex);
		}
	}

	private void validate() {
		for (String name : this.beans.getBeanNamesForType(EntityManagerFactory.class, true, false)) {
			if (this.beans.containsSingleton(name)
					&& this.beans.getBean(name) instanceof EntityManagerFactoryInfo unit) {
				DataSource dataSource = unit.getDataSource();
				if (dataSource != null) {
					validate(name, unit.getNativeEntityManagerFactory(), dataSource);
				}
			}
		}
	}

	private void validate(String name, EntityManagerFactory factory, DataSource dataSource) {
		MappedSchema schema = MappedSchema.of(dataSource, factory.getProperties());
		if (isValidated(factory.getProperties()) || !this.findings.isKept(schema)) {
			return;
		}
		try {
			factory.getSchemaManager().validate();
		}
		catch (SchemaValidationException ex) {
			report(schema, name, ex);
		}
		// Other providers, and servers that do not tell of their tables
		catch (RuntimeException ex) {
			logger.debug("Mapping of '{}' cannot be compared with its schema", name, ex);
		}
	}

	private static boolean isValidated(Map<String, Object> properties) {
		return "validate".equals(properties.get("hibernate.hbm2ddl.auto"));
	}

	private void report(MappedSchema schema, String name, SchemaValidationException ex) {
		Exception[] failures = ex.getFailures();
		String first = Stream.of(failures)
			.map(Exception::getMessage)
			.findFirst()
			.orElse(String.valueOf(ex.getMessage()))
			.replaceFirst("^Schema validation: ", "");
		PersistenceFindings.Found finding = new PersistenceFindings.Found(AnomalyKind.MAPPING_MISMATCH, name,
				"The schema does not fit the mapping: " + first,
				"Correct the mapping, or bring the schema there with a migration. With"
						+ " spring.jpa.hibernate.ddl-auto=validate the application does not start like this.");
		this.findings.report(schema, finding);
	}

}
