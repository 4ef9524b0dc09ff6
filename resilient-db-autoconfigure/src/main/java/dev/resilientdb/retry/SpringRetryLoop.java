package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.support.RetryTemplate;

/**
 * Drives the attempts after the first with Spring Retry. The only class that knows how.
 */
final class SpringRetryLoop {

	private final Sleeper sleeper;

	SpringRetryLoop(Sleeper sleeper) {
		this.sleeper = sleeper;
	}

	/**
	 * Runs attempts until one succeeds or the call says that none may follow.
	 * @param first the first failure, already noted in the call
	 * @param attempt one attempt; notes its failure in the call before it throws it
	 * @throws BackOffInterruptedException when waiting was interrupted; the thread is
	 * still marked as interrupted then
	 * @throws Throwable the failure of the last attempt
	 */
	@Nullable Object run(RetryCall call, Throwable first, TransactionalCall attempt) throws Throwable {
		RetryTemplate template = new RetryTemplate();
		template.setRetryPolicy(new CallPolicy(call));
		template.setBackOffPolicy(new CallBackOff(this.sleeper));
		return template.execute((context) -> {
			if (context.getRetryCount() == 0) {
				throw first;
			}
			return attempt.proceed();
		});
	}

	private record CallPolicy(RetryCall call) implements RetryPolicy {

		private static final long serialVersionUID = 1L;

		@Override
		public RetryContext open(@Nullable RetryContext parent) {
			return this.call;
		}

		@Override
		public boolean canRetry(RetryContext context) {
			return context.getLastThrowable() == null || this.call.repeats();
		}

		@Override
		public void registerThrowable(RetryContext context, Throwable throwable) {
			this.call.registerThrowable(throwable);
		}

		@Override
		public void close(RetryContext context) {
			// Nothing is held
		}

	}

	private record CallBackOff(Sleeper sleeper) implements BackOffPolicy {

		@Override
		public BackOffContext start(RetryContext context) {
			return (RetryCall) context;
		}

		@Override
		public void backOff(BackOffContext context) {
			try {
				this.sleeper.sleep(((RetryCall) context).pause().toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new BackOffInterruptedException("Interrupted while waiting for the next attempt", ex);
			}
		}

	}

}
