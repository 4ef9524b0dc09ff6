package dev.resilientdb.constraint;

import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has the failures of every {@link JdbcTemplate} bean looked at where it translates them.
 */
final class JdbcTemplatePostProcessor implements BeanPostProcessor {

	private final Supplier<ViolationObserver> observer;

	// With codes of the application's own a translator asks the database when it is made
	private final boolean asksDatabase = new ClassPathResource("sql-error-codes.xml").exists();

	JdbcTemplatePostProcessor(Supplier<ViolationObserver> observer) {
		this.observer = observer;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof JdbcTemplate template && !this.asksDatabase) {
			template.setExceptionTranslator(new ObservedExceptionTranslator(template.getExceptionTranslator(),
					(ex) -> ViolationObserver.passing(this.observer, ex, template.getDataSource())));
		}
		return bean;
	}

}
