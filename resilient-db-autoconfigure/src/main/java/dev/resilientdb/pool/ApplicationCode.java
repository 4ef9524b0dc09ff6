package dev.resilientdb.pool;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.util.ConcurrentReferenceHashMap.ReferenceType;

/**
 * Tells the application's classes from those of libraries, by their names. What is not
 * known to be a library's is the application's.
 */
final class ApplicationCode {

	private static final String OWN = "dev.resilientdb.";

	private static final List<String> LIBRARIES = List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.",
			"kotlin.", "kotlinx.", "groovy.", "org.codehaus.groovy.", "org.apache.groovy.", "scala.",
			"org.springframework.", "org.hibernate.", "org.eclipse.persistence.", "com.zaxxer.hikari.",
			"org.apache.ibatis.", "org.mybatis.", "org.jooq.", "org.jdbi.", "com.querydsl.", "org.flywaydb.",
			"liquibase.", "io.micrometer.", "io.opentelemetry.", "reactor.", "io.netty.", "org.apache.catalina.",
			"org.apache.coyote.", "org.apache.tomcat.", "org.eclipse.jetty.", "io.undertow.", "org.aspectj.",
			"net.bytebuddy.", "net.ttddyy.", "com.p6spy.", "org.quartz.", "io.github.resilience4j.", "org.postgresql.",
			"com.mysql.", "org.mariadb.", "org.h2.", "org.sqlite.", "oracle.", "com.microsoft.sqlserver.",
			"com.yugabyte.", "org.junit.");

	// Applications of the framework's own project
	private static final String SAMPLES = "org.springframework.samples.";

	private static final List<String> GENERATED = List.of("$$SpringCGLIB$$", "$$EnhancerBy", "$$FastClassBy",
			"$HibernateProxy", "$ByteBuddy", "$Proxy", "$$Lambda");

	// Not by ClassValue: a class of the JDK would keep this one's loader alive
	private final Map<Class<?>, Boolean> types = new ConcurrentReferenceHashMap<>(256, ReferenceType.WEAK);

	boolean contains(Class<?> type) {
		Boolean known = this.types.get(type);
		return (known != null) ? known
				: this.types.computeIfAbsent(type, (unknown) -> !isLibrary(unknown.getName()) && !isOurs(unknown));
	}

	boolean contains(String className) {
		return !isLibrary(className) && (!className.startsWith(OWN) || containsOwn(className));
	}

	// Applications, too, live under our name
	private boolean containsOwn(String className) {
		try {
			return contains(Class.forName(className, false, ApplicationCode.class.getClassLoader()));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return true;
		}
	}

	private static boolean isLibrary(String className) {
		if (className.startsWith(SAMPLES)) {
			return false;
		}
		return LIBRARIES.stream().anyMatch(className::startsWith) || GENERATED.stream().anyMatch(className::contains);
	}

	private static boolean isOurs(Class<?> type) {
		URL location = location(type);
		return type.getName().startsWith(OWN) && location != null
				&& location.toString().equals(String.valueOf(location(ApplicationCode.class)));
	}

	private static @Nullable URL location(Class<?> type) {
		ProtectionDomain domain = type.getProtectionDomain();
		CodeSource source = (domain != null) ? domain.getCodeSource() : null;
		return (source != null) ? source.getLocation() : null;
	}

	/**
	 * A method as its author would write it.
	 */
	static String method(String className, String methodName) {
		int generated = className.indexOf("$$");
		String type = (generated > 0) ? className.substring(0, generated) : className;
		return type + "." + plain(methodName);
	}

	// lambda$export$0 and, in Kotlin, export$lambda$0
	private static String plain(String methodName) {
		if (methodName.startsWith("lambda$")) {
			int end = methodName.indexOf('$', "lambda$".length());
			return (end > 0) ? methodName.substring("lambda$".length(), end) : methodName;
		}
		int lambda = methodName.indexOf("$lambda$");
		return (lambda > 0) ? methodName.substring(0, lambda) : methodName;
	}

}
