package dev.resilientdb.constraint;

import dev.resilientdb.test.TestApplication;

/**
 * The two ways of Spring to serve the desk over HTTP.
 */
enum WebStack {

	MVC, WEBFLUX;

	TestApplication prepare(TestApplication application) {
		return switch (this) {
			case MVC -> application.withServer().with(Desk.class);
			case WEBFLUX -> application.withReactiveServer().with(ReactiveDesk.class);
		};
	}

}
