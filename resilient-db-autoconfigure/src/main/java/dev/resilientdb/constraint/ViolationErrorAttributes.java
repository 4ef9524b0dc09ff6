package dev.resilientdb.constraint;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.error.ErrorAttributeOptions.Include;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Boot's attributes, with the sentence for the user also when messages are withheld.
 */
final class ViolationErrorAttributes extends DefaultErrorAttributes {

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
		boolean violation = getError(request) instanceof ViolationPageException;
		return super.getErrorAttributes(request, violation
				? options.including(Include.MESSAGE).excluding(Include.EXCEPTION, Include.STACK_TRACE) : options);
	}

}
