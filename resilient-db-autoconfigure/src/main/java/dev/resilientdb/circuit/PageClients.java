package dev.resilientdb.circuit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Clients that show pages: those that name HTML themselves.
 */
final class PageClients {

	private PageClients() {
	}

	static boolean isOne(HttpHeaders request) {
		try {
			return request.getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
