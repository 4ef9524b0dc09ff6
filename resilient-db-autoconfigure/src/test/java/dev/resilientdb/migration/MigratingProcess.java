package dev.resilientdb.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

/**
 * An application in a process of its own, which can be killed.
 */
final class MigratingProcess {

	private final Process process;

	private MigratingProcess(Process process) {
		this.process = process;
	}

	static MigratingProcess start(TestDatabase database, Scripts scripts) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
				MigratingProcess.class.getName(), "spring.datasource.url=" + database.url(),
				"spring.datasource.username=" + database.username(),
				"spring.datasource.password=" + database.password(), scripts.location());
		try {
			return new MigratingProcess(
					builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends it with SIGKILL, so that it can do nothing any more.
	 */
	void kill() {
		this.process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

	public static void main(String[] properties) {
		TestApplication.create()
			.withoutJpa()
			.withProperties("spring.flyway.enabled=true")
			.withProperties(properties)
			.start();
	}

}
