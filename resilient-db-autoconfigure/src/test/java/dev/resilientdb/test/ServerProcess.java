package dev.resilientdb.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's process and those it started, found by its pid file.
 */
record ServerProcess(List<ProcessHandle> processes) {

	static ServerProcess of(Path pidFile) {
		try (Stream<String> lines = Files.lines(pidFile)) {
			long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
			ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
			return new ServerProcess(Stream.concat(Stream.of(server), server.descendants()).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void suspend() {
		signal("STOP");
	}

	void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		List<String> command = Stream
			.concat(Stream.of("kill", "-s", name), this.processes.stream().map(ProcessHandle::pid).map(String::valueOf))
			.toList();
		try {
			new ProcessBuilder(command).start().onExit().orTimeout(10, TimeUnit.SECONDS).join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void kill() {
		this.processes.forEach(ProcessHandle::destroyForcibly);
		this.processes.forEach((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
	}

}
