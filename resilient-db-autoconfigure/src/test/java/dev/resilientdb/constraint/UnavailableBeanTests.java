package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What looks at an exception may be created lazily, or no longer while the application
 * stops: the exception stays as it is.
 */
class UnavailableBeanTests {

	private final SQLException duplicate = new SQLException("duplicate", "23505");

	@Test
	void repositoryKeepsItsException() {
		assertThat(new RepositoryObserver(UnavailableBeanTests::observer)
			.translateExceptionIfPossible(new DuplicateKeyException("duplicate"))).isNull();
	}

	@Test
	void jdbcTemplateTranslatesAsEver() {
		JdbcTemplate template = new JdbcTemplate(new DriverManagerDataSource());
		new JdbcTemplatePostProcessor(UnavailableBeanTests::observer).postProcessBeforeInitialization(template, "jdbc");
		assertThat(template.getExceptionTranslator().translate("task", null, this.duplicate))
			.isInstanceOf(DuplicateKeyException.class)
			.hasCause(this.duplicate);
	}

	@Test
	void unifiedTranslatorTranslatesAsEver() {
		assertThat(new ConstraintExceptionTranslator(UnavailableBeanTests::resolver).translate("task", null,
				this.duplicate))
			.isInstanceOf(DuplicateKeyException.class)
			.isNotInstanceOf(ConstraintViolationHolder.class)
			.hasCause(this.duplicate);
	}

	@Test
	void mvcLeavesTheExceptionToTheServer() {
		StaticListableBeanFactory none = new StaticListableBeanFactory();
		ViolationAnswers answers = new ViolationAnswers((throwable) -> resolver().resolve(throwable), Map.of(),
				new AnswerTexts(new StaticMessageSource()));
		ErrorPage page = new ErrorPage(none.getBeanProvider(BasicErrorController.class),
				new StaticApplicationContext());
		assertThat(
				new ViolationExceptionResolver(answers, page, none.getBeanProvider(RequestMappingHandlerAdapter.class))
					.resolveException(new MockHttpServletRequest(), new MockHttpServletResponse(), null,
							this.duplicate))
			.isNull();
	}

	private static ViolationObserver observer() {
		throw new BeanCreationNotAllowedException("observer", "The application stops");
	}

	private static ConstraintViolationResolver resolver() {
		throw new BeanCreationNotAllowedException("resolver", "The application stops");
	}

}
