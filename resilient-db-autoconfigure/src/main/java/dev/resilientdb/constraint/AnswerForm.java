package dev.resilientdb.constraint;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * How a client wants to be answered. Only who names HTML before JSON gets a page.
 */
enum AnswerForm {

	PAGE, PROBLEM;

	static AnswerForm of(HttpHeaders request) {
		for (MediaType accepted : accepted(request)) {
			if (accepted.equalsTypeAndSubtype(MediaType.TEXT_HTML)
					|| accepted.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML)) {
				return PAGE;
			}
			if (accepted.isCompatibleWith(MediaType.APPLICATION_JSON)
					|| accepted.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)) {
				return PROBLEM;
			}
		}
		return PROBLEM;
	}

	private static List<MediaType> accepted(HttpHeaders request) {
		try {
			List<MediaType> accepted = new ArrayList<>(request.getAccept());
			MimeTypeUtils.sortBySpecificity(accepted);
			return accepted;
		}
		catch (InvalidMediaTypeException ex) {
			return List.of();
		}
	}

}
