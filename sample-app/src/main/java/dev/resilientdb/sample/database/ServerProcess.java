package dev.resilientdb.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's process and those it started.
 */
record ServerProcess(List<ProcessHandle> processes) {

	static ServerProcess of(Path pidFile) {
		try {
			ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
				.orElseThrow(() -> new IllegalStateException("The server that wrote " + pidFile + " is gone"));
			return new ServerProcess(Stream.concat(Stream.of(server), server.descendants()).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void kill() {
		this.processes.forEach(ProcessHandle::destroyForcibly);
		this.processes.forEach((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
	}

	void suspend() {
		signal("STOP");
	}

	void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		Stream<String> pids = this.processes.stream().map((process) -> String.valueOf(process.pid()));
		try {
			new ProcessBuilder(Stream.concat(Stream.of("kill", "-s", name), pids).toList()).start()
				.onExit()
				.orTimeout(10, TimeUnit.SECONDS)
				.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
