package dev.resilientdb.benchmark;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionSystemException;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;

/**
 * What it costs to tell what an exception means.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class ClassificationBenchmark {

	private ConfigurableApplicationContext context;

	private FailureClassifier classifier;

	private Throwable deadlock;

	private Throwable masked;

	private Throwable application;

	@Setup
	public void start() {
		this.context = Contenders.start("resilient-db.enabled=true");
		this.classifier = this.context.getBean(FailureClassifier.class);
		SQLException reported = new PSQLException(
				new ServerErrorMessage("SERROR\0VERROR\0C40P01\0Mdeadlock detected\0\0"));
		this.deadlock = new CannotAcquireLockException("could not execute statement", reported);
		TransactionSystemException rollback = new TransactionSystemException("JDBC rollback failed",
				new SQLException("Connection is closed"));
		rollback.initApplicationException(this.deadlock);
		this.masked = rollback;
		this.application = new IllegalStateException("rejected", new IllegalArgumentException("no such account"));
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

	@Benchmark
	public @Nullable DatabaseFailure deadlock() {
		return this.classifier.classify(this.deadlock);
	}

	@Benchmark
	public @Nullable DatabaseFailure maskedByRollback() {
		return this.classifier.classify(this.masked);
	}

	@Benchmark
	public @Nullable DatabaseFailure notOfTheDatabase() {
		return this.classifier.classify(this.application);
	}

}
