package dev.resilientdb.circuit;

import java.time.InstantSource;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers refusals immediately before Boot's default error handler, which shows the page
 * to browsers.
 */
final class UnavailableWebExceptionHandler implements WebExceptionHandler, Ordered {

	private final InstantSource clock;

	UnavailableWebExceptionHandler(InstantSource clock) {
		this.clock = clock;
	}

	// That of Boot's default error handler
	@Override
	public int getOrder() {
		return -1;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
		DatabaseUnavailableException refusal = exchange.getResponse().isCommitted() ? null : Unavailability.find(ex);
		if (refusal == null) {
			return Mono.error(ex);
		}
		UnavailableAnswer answer = UnavailableAnswer.of(refusal, this.clock.instant());
		if (PageClients.isOne(exchange.getRequest().getHeaders())) {
			exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(answer.retryAfter()));
			return Mono.error(new ResponseStatusException(UnavailableAnswer.STATUS));
		}
		return write(answer, exchange);
	}

	static Mono<Void> write(UnavailableAnswer answer, ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(UnavailableAnswer.STATUS);
		response.getHeaders().clearContentHeaders();
		answer.describe(response.getHeaders());
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
	}

}
