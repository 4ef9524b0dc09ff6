package dev.resilientdb.pool;

import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What uses the connections of an application, as far as Spring Boot was told. Found
 * without any of the libraries.
 *
 * @param bootsPool how the main data source came about
 * @param web the threads that serve requests, null when there are none or nobody knows
 * @param requests in which threads requests are served
 * @param view how long a request holds its persistence context
 * @param tasks thread counts of task executors that the application set, by property
 * @param flyway with which connections Flyway works
 */
record ApplicationFacts(Pool bootsPool, @Nullable Threads web, Requests requests, View view, Map<String, Integer> tasks,
		Flyway flyway) {

	private static final String BOOTS_POOL = "org.springframework.boot.jdbc.autoconfigure.DataSourceConfiguration$Hikari";

	private static final int VIRTUAL_THREADS = 21;

	private static final int BOOTS_WEB_THREADS = 200;

	ApplicationFacts {
		tasks = Map.copyOf(tasks);
	}

	static ApplicationFacts none() {
		return new ApplicationFacts(Pool.FOREIGN, null, Requests.PLATFORM_THREADS, View.CLOSED, Map.of(),
				Flyway.ELSEWHERE);
	}

	static ApplicationFacts read(ListableBeanFactory beans, Environment environment) {
		boolean virtual = environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)
				&& Runtime.version().feature() >= VIRTUAL_THREADS;
		return new ApplicationFacts(beans.containsBean(BOOTS_POOL) ? Pool.BOOTS : Pool.FOREIGN, web(beans, environment),
				virtual ? Requests.VIRTUAL_THREADS : Requests.PLATFORM_THREADS,
				beans.containsBean("openEntityManagerInViewInterceptor") ? View.OPEN : View.CLOSED, tasks(environment),
				flyway(beans, environment));
	}

	private static @Nullable Threads web(ListableBeanFactory beans, Environment environment) {
		for (String server : new String[] { "tomcat", "jetty" }) {
			if (beans.containsBean(server + "ServletWebServerFactory")) {
				String property = "server." + server + ".threads.max";
				return new Threads(property, environment.getProperty(property, Integer.class, BOOTS_WEB_THREADS));
			}
		}
		return null;
	}

	private static Map<String, Integer> tasks(Environment environment) {
		Map<String, Integer> tasks = new TreeMap<>();
		for (String property : new String[] { "spring.task.scheduling.pool.size",
				"spring.task.execution.pool.core-size" }) {
			Integer threads = environment.getProperty(property, Integer.class);
			if (threads != null) {
				tasks.put(property, threads);
			}
		}
		return tasks;
	}

	private static Flyway flyway(ListableBeanFactory beans, Environment environment) {
		boolean own = environment.containsProperty("spring.flyway.url")
				|| environment.containsProperty("spring.flyway.user")
				|| beans.getBeanNamesForType(DataSource.class, true, false).length > 1;
		return (beans.containsBean("flyway") && !own) ? Flyway.ON_POOL : Flyway.ELSEWHERE;
	}

	boolean hasBootsPool() {
		return this.bootsPool == Pool.BOOTS;
	}

	/**
	 * How many threads may want a connection at once, null when nothing bounds them.
	 */
	@Nullable Integer callers() {
		if (this.web == null || this.requests == Requests.VIRTUAL_THREADS) {
			return null;
		}
		// What Boot gives executors that were not set
		int scheduling = this.tasks.getOrDefault("spring.task.scheduling.pool.size", 1);
		int execution = this.tasks.getOrDefault("spring.task.execution.pool.core-size", 8);
		return this.web.max() + scheduling + execution;
	}

	/**
	 * Whether Boot's properties set the pool.
	 */
	enum Pool {

		BOOTS, FOREIGN

	}

	/**
	 * Where requests are served.
	 */
	enum Requests {

		PLATFORM_THREADS, VIRTUAL_THREADS

	}

	/**
	 * Whether the persistence context stays open until the view is rendered.
	 */
	enum View {

		OPEN, CLOSED

	}

	/**
	 * Whether Flyway migrates with connections of the application's pool.
	 */
	enum Flyway {

		ON_POOL, ELSEWHERE

	}

	/**
	 * A bound on threads.
	 *
	 * @param property the property that sets it
	 * @param max the bound
	 */
	record Threads(String property, int max) {
	}

}
