package dev.resilientdb.circuit;

import java.io.IOException;
import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers refusals that nobody else has answered: the last of all resolvers, so that
 * those of the application win. Browsers get the application's error page.
 */
final class UnavailableExceptionResolver implements HandlerExceptionResolver, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(UnavailableExceptionResolver.class);

	private final InstantSource clock;

	UnavailableExceptionResolver(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		DatabaseUnavailableException refusal = response.isCommitted() ? null : Unavailability.find(ex);
		if (refusal == null) {
			return null;
		}
		try {
			respond(refusal, request, response);
			return new ModelAndView();
		}
		catch (IOException failed) {
			logger.debug("Refusal cannot be answered", failed);
			return null;
		}
	}

	private void respond(DatabaseUnavailableException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		UnavailableAnswer answer = UnavailableAnswer.of(refusal, this.clock.instant());
		if (PageClients.isOne(new ServletServerHttpRequest(request).getHeaders())) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(answer.retryAfter()));
			response.sendError(UnavailableAnswer.STATUS.value());
		}
		else {
			write(answer, response);
		}
	}

	static void write(UnavailableAnswer answer, HttpServletResponse response) throws IOException {
		response.resetBuffer();
		ServletServerHttpResponse output = new ServletServerHttpResponse(response);
		output.setStatusCode(UnavailableAnswer.STATUS);
		answer.describe(output.getHeaders());
		output.getBody().write(answer.body());
		output.flush();
	}

}
