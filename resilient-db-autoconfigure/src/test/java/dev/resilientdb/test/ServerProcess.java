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

	void kill() {
		this.processes.forEach(ProcessHandle::destroyForcibly);
		this.processes.forEach((process) -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
	}

}
