package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConstraintAutoConfiguration}.
 */
class ConstraintAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FailureAutoConfiguration.class, DialectAutoConfiguration.class,
				ConstraintAutoConfiguration.class));

	private final ApplicationContextRunner withDataSource = this.contextRunner
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:constraint");

	@Test
	void isOnByDefault() {
		this.withDataSource.run((context) -> assertThat(context).hasSingleBean(ConstraintViolationResolver.class)
			.hasSingleBean(ConstraintLog.class)
			.hasSingleBean(ConstraintAudit.class));
	}

	@Test
	void isOffByProperty() {
		this.withDataSource.withPropertyValues("resilient-db.constraint.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ConstraintViolationResolver.class)
				.doesNotHaveBean(ConstraintLog.class));
	}

	@Test
	void isOffWithTheFailures() {
		this.withDataSource.withPropertyValues("resilient-db.failure.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConstraintViolationResolver.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "resilient-db.enabled", "resilient-db.failure.enabled", "resilient-db.constraint.enabled" })
	void applicationThatAsksStartsAndIsAnsweredNothingWhenItIsOff(String property) {
		this.withDataSource.withConfiguration(AutoConfigurations.of(ConstraintFallbackAutoConfiguration.class))
			.withPropertyValues(property + "=false")
			.run((context) -> assertThat(
					context.getBean(ConstraintViolationResolver.class).resolve(new SQLException("duplicate", "23505")))
				.isNull());
	}

	@Test
	void fallbackGivesWayToTheRoom() {
		this.withDataSource.withConfiguration(AutoConfigurations.of(ConstraintFallbackAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(ConstraintViolationResolver.class)
				.doesNotHaveBean("resilientDbAbsentConstraintViolationResolver"));
	}

	@Test
	void backsOffWhenUserDefinesResolver() {
		ConstraintViolationResolver own = (throwable) -> null;
		this.withDataSource.withBean("own", ConstraintViolationResolver.class, () -> own)
			.run((context) -> assertThat(context).getBean(ConstraintViolationResolver.class).isSameAs(own));
	}

	@Test
	void backsOffWhenUserDefinesMessages() {
		ConstraintMessageResolver own = (violation, locale) -> new ConstraintMessage("Mine.", null, "mine");
		this.withDataSource.withBean("own", ConstraintMessageResolver.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(ConstraintMessageResolver.class);
			assertThat(resolve(context).message()).isEqualTo("Mine.");
		});
	}

	@Test
	void asksMessageSourceOfTheApplication() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		this.withDataSource
			.withInitializer((context) -> context.getBeanFactory()
				.registerSingleton("messageSource", Messages.of("constraint.unique", "Taken.")))
			.run((context) -> assertThat(resolve(context).message()).isEqualTo("Taken."));
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void asksTheContextBesideFurtherMessageSources() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		this.withDataSource
			.withInitializer((context) -> context.getBeanFactory()
				.registerSingleton("messageSource", Messages.of("constraint.unique", "Taken.")))
			.withBean("mailTexts", StaticMessageSource.class, StaticMessageSource::new)
			.run((context) -> assertThat(resolve(context).message()).isEqualTo("Taken."));
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void startsWithoutMicrometer() {
		this.withDataSource.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConstraintMetrics.class));
	}

	@Test
	void worksWithoutJpa() {
		this.withDataSource.withClassLoader(new FilteredClassLoader(EntityManagerFactory.class))
			.run((context) -> assertThat(resolve(context).kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE));
	}

	@Test
	void worksWithoutDataSource() {
		this.contextRunner
			.run((context) -> assertThat(resolve(context).kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE));
	}

	@Test
	void worksWithDataSourcesThatAreNoDefaultCandidates() {
		this.withDataSource
			.withBean("archive", DataSource.class, DriverManagerDataSource::new,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(resolve(context).kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE));
	}

	@Test
	void worksWithLazyInitialization() {
		this.withDataSource.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertThat(resolve(context).kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE));
	}

	@Test
	void bindsCatalogSettings() {
		this.withDataSource
			.withPropertyValues("resilient-db.constraint.catalog.enabled=false",
					"resilient-db.constraint.catalog.max-wait=1s", "resilient-db.constraint.catalog.max-rows=7")
			.run((context) -> assertThat(context.getBean(ConstraintProperties.class).catalog())
				.isEqualTo(new ConstraintProperties.Catalog(false, Duration.ofSeconds(1), 7)));
	}

	@Test
	void leavesExceptionsAloneByDefault() {
		this.withDataSource.run((context) -> assertThat(context).doesNotHaveBean(SQLExceptionTranslator.class));
	}

	@Test
	void leavesTranslatorOfTheApplicationInPlace() {
		this.withDataSource.withPropertyValues("resilient-db.constraint.unify-exceptions=true")
			.withBean("own", SQLExceptionTranslator.class, SQLStateSQLExceptionTranslator::new)
			.run((context) -> assertThat(context).hasSingleBean(SQLExceptionTranslator.class)
				.doesNotHaveBean(ConstraintExceptionTranslator.class));
	}

	@Test
	void hintsAtBuiltInMessagesForNativeImages() {
		RuntimeHints hints = new RuntimeHints();
		new MessageHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forBundle(BuiltInMessages.BUNDLE)).accepts(hints);
	}

	@Test
	void invalidWaitNamesItsKey() {
		this.withDataSource.withPropertyValues("resilient-db.constraint.catalog.max-wait=1h")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.constraint.catalog.max-wait"));
	}

	@Test
	void invalidRowsNameTheirKey() {
		this.withDataSource.withPropertyValues("resilient-db.constraint.catalog.max-rows=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("resilient-db.constraint.catalog.max-rows"));
	}

	private static ConstraintViolation resolve(ApplicationContext context) {
		return context.getBean(ConstraintViolationResolver.class).resolve(new SQLException("duplicate", "23505"));
	}

	private static final class Messages {

		static StaticMessageSource of(String key, String text) {
			StaticMessageSource source = new StaticMessageSource();
			source.addMessage(key, Locale.ENGLISH, text);
			return source;
		}

	}

}
