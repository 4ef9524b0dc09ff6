package dev.resilientdb.retry;

import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Scanner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Scope;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arguments that the first attempt uses up.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("scenario-25")
class OneShotArgumentTests {

	@Test
	void warnsOfEachKind(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(OneShot.class));
		assertThat(output).contains("OneShot.input takes InputStream", "OneShot.reader takes Reader",
				"OneShot.iterator takes Iterator", "OneShot.scanner takes Scanner", "OneShot.stream takes Stream",
				"OneShot.numbers takes IntStream", "OneShot.enumeration takes Enumeration",
				"OneShot.channel takes FileChannel");
	}

	@Test
	void warnsOncePerMethod(CapturedOutput output) {
		MisuseApplication.with(Imports.class).run((context) -> {
			context.getBean(Imports.class);
			context.getBean(Imports.class);
		});
		assertThat(output).containsOnlyOnce("Imports.read takes InputStream");
	}

	@Test
	void acceptsWhatCanBeReadAgain(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(Rereadable.class));
		assertThat(output).doesNotContain("uses up");
	}

	@Test
	void acceptsMethodsThatAreNotRetried(CapturedOutput output) {
		MisuseApplication.accepts(MisuseApplication.with(NotRetried.class));
		assertThat(output).doesNotContain("uses up");
	}

	@Test
	void warnsOfMethodsForWhichThePropertyAsks(CapturedOutput output) {
		MisuseApplication.accepts(
				MisuseApplication.with(NotRetried.class).withPropertyValues("resilient-db.retry.scope=transactional"));
		assertThat(output).contains("NotRetried.read takes InputStream");
	}

	@Transactional
	@DeadlockRetry
	static class OneShot {

		public void input(long id, InputStream content) {
			// Never called
		}

		public void reader(Reader content) {
			// Never called
		}

		public void iterator(Iterator<String> rows) {
			// Never called
		}

		public void scanner(Scanner rows) {
			// Never called
		}

		public void stream(Stream<String> rows) {
			// Never called
		}

		public void numbers(IntStream rows) {
			// Never called
		}

		public void enumeration(Enumeration<String> rows) {
			// Never called
		}

		public void channel(FileChannel content) {
			// Never called
		}

	}

	@Scope("prototype")
	static class Imports {

		@Transactional
		@DeadlockRetry
		public void read(InputStream content) {
			// Never called
		}

	}

	@Transactional
	@DeadlockRetry
	static class Rereadable {

		public void rows(List<String> rows, Iterable<String> more, byte[] content) {
			// Never called
		}

	}

	static class NotRetried {

		@Transactional
		public void read(InputStream content) {
			// Never called
		}

		@Transactional
		@DeadlockRetry(maxAttempts = 1)
		public void readOnce(InputStream content) {
			// Never called
		}

	}

}
