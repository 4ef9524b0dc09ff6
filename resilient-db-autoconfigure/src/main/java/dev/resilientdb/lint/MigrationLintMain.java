package dev.resilientdb.lint;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The lint as a program: {@code java -cp … dev.resilientdb.lint.MigrationLintMain
 * --product PostgreSQL src/main/resources/db/migration}. Ends with 0 when nothing is to
 * be done, 1 with findings, 2 when it was called wrongly; {@code --help} tells the
 * options.
 */
public final class MigrationLintMain {

	private static final int FINE = 0;

	private static final int FINDINGS = 1;

	private static final int MISUSE = 2;

	private final PrintStream out;

	private final PrintStream err;

	MigrationLintMain(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Runs the lint and ends the process unless there is nothing to be told.
	 */
	public static void main(String[] args) {
		PrintStream out = stream(FileDescriptor.out);
		PrintStream err = stream(FileDescriptor.err);
		int status = new MigrationLintMain(out, err).run(args);
		if (status != FINE) {
			// A build that calls this class inside of its own process goes on otherwise
			System.exit(status);
		}
	}

	int run(String... args) {
		try {
			LintOptions options = LintOptions.parse(List.of(args));
			if (options.help()) {
				this.out.println(LintOptions.USAGE);
				return FINE;
			}
			return run(options);
		}
		catch (IllegalArgumentException | UncheckedIOException ex) {
			this.err.println("resilient-db lint: " + ex.getMessage());
			this.err.println("--help tells the options");
			return MISUSE;
		}
	}

	private int run(LintOptions options) {
		MigrationLint lint = options.lint();
		MigrationScripts scripts = lint.scripts();
		LintReport report = lint.check(scripts);
		String text = options.format().write(report, scripts, options.allow());
		Path output = options.output();
		if (output == null) {
			this.out.print(text);
			this.out.flush();
		}
		else {
			write(output, text);
		}
		int worrying = report.atLeast(options.failOn()).size();
		this.err.printf("resilient-db lint: %d scripts, %d statements, %d findings, %d of them %s or above%n",
				report.scripts(), report.statements(), report.findings().size(), worrying,
				options.failOn().name().toLowerCase(Locale.ROOT));
		return (worrying > 0) ? FINDINGS : FINE;
	}

	private static void write(Path file, String text) {
		try {
			Path parent = file.toAbsolutePath().getParent();
			if (parent != null) {
				Files.createDirectories(parent);
			}
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The report cannot be written to " + file, ex);
		}
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
	}

}
