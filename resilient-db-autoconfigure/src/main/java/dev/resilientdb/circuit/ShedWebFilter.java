package dev.resilientdb.circuit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers requests that are not served, before anything of the application sees them.
 */
final class ShedWebFilter implements WebFilter, Ordered {

	private final Shedding shedding;

	ShedWebFilter(Shedding shedding) {
		this.shedding = shedding;
	}

	@Override
	public int getOrder() {
		return ShedPaths.FILTER_ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		UnavailableAnswer answer = answer(exchange);
		return (answer != null) ? UnavailableWebExceptionHandler.write(answer, exchange) : chain.filter(exchange);
	}

	private @Nullable UnavailableAnswer answer(ServerWebExchange exchange) {
		return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? null
				: this.shedding.answer(exchange.getRequest().getPath().pathWithinApplication());
	}

}
