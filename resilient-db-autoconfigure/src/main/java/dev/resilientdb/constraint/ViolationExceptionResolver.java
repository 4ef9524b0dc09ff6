package dev.resilientdb.constraint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Answers what nobody else has answered: the last of all resolvers, so that handlers,
 * statuses and resolvers of the application win.
 */
final class ViolationExceptionResolver implements HandlerExceptionResolver, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ViolationExceptionResolver.class);

	private final ViolationAnswers answers;

	private final ErrorPage page;

	private final ObjectProvider<RequestMappingHandlerAdapter> adapters;

	ViolationExceptionResolver(ViolationAnswers answers, ErrorPage page,
			ObjectProvider<RequestMappingHandlerAdapter> adapters) {
		this.answers = answers;
		this.page = page;
		this.adapters = adapters;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		try {
			ViolationAnswer answer = response.isCommitted() ? null : this.answers.find(ex);
			return (answer != null) ? respond(answer, request, response) : null;
		}
		// Resolvers, writers and views may be foreign code: the exception itself must
		// reach the server
		catch (Exception failed) {
			logger.warn("Violated constraint cannot be answered: {}", failed.getClass().getName());
			logger.debug("Violated constraint cannot be answered", failed);
			return null;
		}
	}

	private ModelAndView respond(ViolationAnswer answer, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		HandlerMethodReturnValueHandler writer = writer();
		boolean asPage = AnswerForm.of(new ServletServerHttpRequest(request).getHeaders()) == AnswerForm.PAGE;
		if (asPage || writer == null) {
			return this.page.of(answer, request, response);
		}
		writer.handleReturnValue(answer.toResponse(), Returning.declared(), new ModelAndViewContainer(),
				new ServletWebRequest(request, response));
		return new ModelAndView();
	}

	private @Nullable HandlerMethodReturnValueHandler writer() {
		return this.adapters.stream()
			.map(RequestMappingHandlerAdapter::getReturnValueHandlers)
			.filter((handlers) -> handlers != null)
			.flatMap((handlers) -> handlers.stream())
			.filter((handler) -> handler.supportsReturnType(Returning.declared()))
			.findFirst()
			.orElse(null);
	}

}
