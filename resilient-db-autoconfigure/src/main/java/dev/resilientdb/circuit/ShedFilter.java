package dev.resilientdb.circuit;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsUtils;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers requests that are not served, before anything of the application sees them.
 */
final class ShedFilter implements Filter {

	private final Shedding shedding;

	ShedFilter(Shedding shedding) {
		this.shedding = shedding;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		UnavailableAnswer answer = answer((HttpServletRequest) request);
		if (answer != null) {
			UnavailableExceptionResolver.write(answer, (HttpServletResponse) response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private @Nullable UnavailableAnswer answer(HttpServletRequest request) {
		if (CorsUtils.isPreFlightRequest(request)) {
			return null;
		}
		try {
			return this.shedding.answer(ServletRequestPathUtils.parse(request).pathWithinApplication());
		}
		// What is no path the application answers as it always does
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
