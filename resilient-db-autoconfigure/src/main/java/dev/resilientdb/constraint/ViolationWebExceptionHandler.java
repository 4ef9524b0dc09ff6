package dev.resilientdb.constraint;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers immediately before Boot's default error handler, which shows the page to
 * browsers. Looks at the database's catalogue on threads that may wait only.
 */
final class ViolationWebExceptionHandler implements WebExceptionHandler, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ViolationWebExceptionHandler.class);

	private final ViolationAnswers answers;

	private final ObjectProvider<ResponseEntityResultHandler> writers;

	ViolationWebExceptionHandler(ViolationAnswers answers, ObjectProvider<ResponseEntityResultHandler> writers) {
		this.answers = answers;
		this.writers = writers;
	}

	// That of Boot's default error handler
	@Override
	public int getOrder() {
		return -1;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
		if (exchange.getResponse().isCommitted() || AnsweredExceptions.find(ex) == null) {
			return Mono.error(ex);
		}
		Mono<ViolationAnswer> answer = Mono.fromCallable(() -> answer(exchange.getLocaleContext(), ex));
		return (Schedulers.isInNonBlockingThread() ? answer.subscribeOn(Schedulers.boundedElastic()) : answer)
			.onErrorResume((failed) -> unanswered(failed, ex))
			.switchIfEmpty(Mono.error(ex))
			.flatMap((found) -> respond(exchange, found, ex));
	}

	private @Nullable ViolationAnswer answer(LocaleContext locale, Throwable ex) {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocaleContext(locale);
		try {
			return this.answers.find(ex);
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private Mono<Void> respond(ServerWebExchange exchange, ViolationAnswer answer, Throwable ex) {
		ResponseEntityResultHandler writer = this.writers.getIfUnique();
		if (writer == null || AnswerForm.of(exchange.getRequest().getHeaders()) == AnswerForm.PAGE) {
			return Mono.error(new ViolationPageException(answer));
		}
		exchange.getAttributes().remove(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
		exchange.getResponse().getHeaders().clearContentHeaders();
		// As if a controller had returned it
		HandlerResult result = new HandlerResult(this, answer.toResponse(), Returning.declared());
		return writer.handleResult(exchange, result).onErrorResume((failed) -> unanswered(failed, ex));
	}

	// Resolvers and writers may be foreign code: the exception itself must reach the
	// server
	private static <T> Mono<T> unanswered(Throwable failed, Throwable ex) {
		logger.warn("Violated constraint cannot be answered: {}", failed.getClass().getName());
		logger.debug("Violated constraint cannot be answered", failed);
		return Mono.error(ex);
	}

}
