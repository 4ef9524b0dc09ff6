package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * Tells a web client why a change was refused: Boot's error page withholds the reason.
 */
@EndpointWebExtension(endpoint = DbHealthEndpoint.class)
final class DbHealthWebExtension {

	private static final MimeType PROBLEM = new MimeType("application", "problem+json");

	private final DbHealthEndpoint endpoint;

	DbHealthWebExtension(DbHealthEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@WriteOperation
	public WebEndpointResponse<Map<String, Object>> change(@Selector String section, String name, String value) {
		try {
			return new WebEndpointResponse<>(this.endpoint.change(section, name, value));
		}
		catch (InvalidEndpointRequestException ex) {
			return new WebEndpointResponse<>(problem(ex), WebEndpointResponse.STATUS_BAD_REQUEST, PROBLEM);
		}
	}

	@DeleteOperation
	public WebEndpointResponse<Map<String, Object>> reset(@Selector String section) {
		if (this.endpoint.section(section) == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		try {
			this.endpoint.reset(section);
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
		}
		catch (InvalidEndpointRequestException ex) {
			return new WebEndpointResponse<>(problem(ex), WebEndpointResponse.STATUS_BAD_REQUEST, PROBLEM);
		}
	}

	private static Map<String, Object> problem(InvalidEndpointRequestException ex) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("status", WebEndpointResponse.STATUS_BAD_REQUEST);
		problem.put("title", ex.getReason());
		problem.put("detail", ex.getMessage());
		return problem;
	}

}
