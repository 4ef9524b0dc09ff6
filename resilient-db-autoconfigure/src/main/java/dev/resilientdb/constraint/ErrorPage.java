package dev.resilientdb.constraint;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that Boot's error controller shows, with the sentence as its {@code message}.
 * Rendered without an ERROR dispatch, which security filters may refuse.
 */
final class ErrorPage {

	private static final String EXCEPTION = DefaultErrorAttributes.class.getName() + ".ERROR";

	private static final String FALLBACK = "error";

	private final ObjectProvider<BasicErrorController> controller;

	private final ApplicationContext context;

	private final TemplateAvailabilityProviders templates;

	ErrorPage(ObjectProvider<BasicErrorController> controller, ApplicationContext context) {
		this.controller = controller;
		this.context = context;
		this.templates = new TemplateAvailabilityProviders(context);
	}

	/**
	 * The view to render; empty when an error controller of the application's own was
	 * asked.
	 */
	ModelAndView of(ViolationAnswer answer, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.removeAttribute(EXCEPTION);
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, answer.status().value());
		request.setAttribute(RequestDispatcher.ERROR_MESSAGE, answer.message());
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
		ModelAndView page = page(request, response);
		if (page == null) {
			response.sendError(answer.status().value(), answer.message());
			return new ModelAndView();
		}
		return page.addObject("message", answer.message());
	}

	private @Nullable ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
		BasicErrorController boot = this.controller.getIfUnique();
		ModelAndView page = (boot != null) ? boot.errorHtml(request, response) : null;
		return (page != null && exists(page)) ? page : null;
	}

	private boolean exists(ModelAndView page) {
		return !FALLBACK.equals(page.getViewName()) || this.context.containsBean(FALLBACK)
				|| this.templates.getProvider(FALLBACK, this.context) != null;
	}

}
