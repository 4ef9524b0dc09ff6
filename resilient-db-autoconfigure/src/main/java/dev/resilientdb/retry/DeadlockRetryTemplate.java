package dev.resilientdb.retry;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.RetryOperation.Kinds;
import dev.resilientdb.retry.RetryOperation.Repetition;
import dev.resilientdb.retry.RetryOperation.Waits;

/**
 * Runs a callback in a transaction, and again in a new one when the database is known to
 * have rolled it back because of a conflict: {@link DeadlockRetry} for code without a
 * proxy. Immutable; the {@code with…} methods return changed copies. Safe for use by
 * several threads.
 */
public final class DeadlockRetryTemplate {

	private final TemplateEngine engine;

	private final Declaration declaration;

	private final DefaultTransactionDefinition definition;

	private final @Nullable PlatformTransactionManager manager;

	private final Supplier<Prepared> prepared;

	DeadlockRetryTemplate(TemplateEngine engine) {
		this(engine, Declaration.ofDefaults("DeadlockRetryTemplate"), new DefaultTransactionDefinition(), null);
	}

	private DeadlockRetryTemplate(TemplateEngine engine, Declaration declaration,
			DefaultTransactionDefinition definition, @Nullable PlatformTransactionManager manager) {
		this.engine = engine;
		this.declaration = declaration;
		this.definition = definition;
		this.manager = manager;
		this.prepared = new Late<>(this::prepare);
	}

	/**
	 * Runs the action in a transaction and returns its result. Inside a running
	 * transaction it joins that and is not repeated.
	 * @throws CommitOutcomeUnknownException when nobody knows whether it committed
	 */
	// The engine passes on what the callback returned, null where the callback may
	@SuppressWarnings({ "unchecked", "NullAway" })
	public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
		Prepared ready = this.prepared.get();
		try {
			return (T) this.engine.execute(ready.operation(), () -> ready.template().execute(action));
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex, "Callback threw undeclared checked exception");
		}
	}

	/**
	 * Runs the action in a transaction.
	 * @throws CommitOutcomeUnknownException when nobody knows whether it committed
	 * @see #execute
	 */
	public void executeWithoutResult(Consumer<TransactionStatus> action) {
		execute((status) -> {
			action.accept(status);
			return Boolean.TRUE;
		});
	}

	/**
	 * Name in logs, metrics and endpoints. Keep the number of names small.
	 * @throws IllegalArgumentException when it is empty or not printable
	 */
	public DeadlockRetryTemplate withName(String name) {
		Assert.hasText(name, "name must not be empty");
		Assert.isTrue(name.chars().noneMatch(Character::isISOControl), "name must be printable");
		Declaration now = this.declaration;
		return with(new Declaration(name, now.maxAttempts(), now.waits(), now.kinds(), now.repetition()));
	}

	/**
	 * Isolation level of each transaction.
	 */
	public DeadlockRetryTemplate withIsolation(Isolation isolation) {
		DefaultTransactionDefinition changed = new DefaultTransactionDefinition(this.definition);
		changed.setIsolationLevel(isolation.value());
		return with(changed);
	}

	/**
	 * Whether the transactions only read.
	 */
	public DeadlockRetryTemplate withReadOnly(boolean readOnly) {
		DefaultTransactionDefinition changed = new DefaultTransactionDefinition(this.definition);
		changed.setReadOnly(readOnly);
		return with(changed);
	}

	/**
	 * Timeout of each single transaction, rounded up to whole seconds.
	 * @throws IllegalArgumentException when it is not positive
	 */
	public DeadlockRetryTemplate withTimeout(Duration timeout) {
		RetryProperties.requirePositive("timeout", timeout);
		DefaultTransactionDefinition changed = new DefaultTransactionDefinition(this.definition);
		changed.setTimeout(Math.toIntExact(timeout.plusSeconds(1).minusNanos(1).toSeconds()));
		return with(changed);
	}

	/**
	 * Total number of calls, the first included.
	 * @throws IllegalArgumentException when it is not between 1 and 1000
	 */
	public DeadlockRetryTemplate withMaxAttempts(int maxAttempts) {
		RetryProperties.requireAttempts("maxAttempts", maxAttempts);
		Declaration now = this.declaration;
		return with(new Declaration(now.name(), maxAttempts, now.waits(), now.kinds(), now.repetition()));
	}

	/**
	 * Time after which no further attempt begins, from the start of the first.
	 * @throws IllegalArgumentException when it is not positive
	 */
	public DeadlockRetryTemplate withDeadline(Duration deadline) {
		RetryProperties.requirePositive("deadline", deadline);
		Declaration now = this.declaration;
		Waits waits = new Waits(now.waits().delay(), now.waits().maxDelay(), deadline);
		return with(new Declaration(now.name(), now.maxAttempts(), waits, now.kinds(), now.repetition()));
	}

	/**
	 * Kinds of failure to retry in addition to {@code resilient-db.retry.on}.
	 */
	public DeadlockRetryTemplate alsoOn(FailureKind... kinds) {
		Set<FailureKind> all = EnumSet.noneOf(FailureKind.class);
		all.addAll(this.declaration.kinds().alsoOn());
		all.addAll(List.of(kinds));
		Declaration now = this.declaration;
		return with(new Declaration(now.name(), now.maxAttempts(), now.waits(),
				new Kinds(Set.copyOf(all), now.kinds().notOn()), now.repetition()));
	}

	/**
	 * Declares that running the action twice has the same effect as running it once.
	 * @see DeadlockRetry#idempotent()
	 */
	public DeadlockRetryTemplate idempotent() {
		Declaration now = this.declaration;
		return with(new Declaration(now.name(), now.maxAttempts(), now.waits(), now.kinds(), Repetition.IDEMPOTENT));
	}

	/**
	 * Which transaction manager to use, for applications with several.
	 */
	public DeadlockRetryTemplate withTransactionManager(PlatformTransactionManager transactionManager) {
		return new DeadlockRetryTemplate(this.engine, this.declaration, this.definition, transactionManager);
	}

	private Prepared prepare() {
		PlatformTransactionManager transactionManager = this.engine.manager(this.manager);
		return new Prepared(new TransactionTemplate(transactionManager, this.definition),
				this.engine.operation(this.declaration, transactionManager));
	}

	private DeadlockRetryTemplate with(Declaration changed) {
		return new DeadlockRetryTemplate(this.engine, changed, this.definition, this.manager);
	}

	private DeadlockRetryTemplate with(DefaultTransactionDefinition changed) {
		return new DeadlockRetryTemplate(this.engine, this.declaration, changed, this.manager);
	}

	private record Prepared(TransactionTemplate template, RetryOperation operation) {
	}

}
