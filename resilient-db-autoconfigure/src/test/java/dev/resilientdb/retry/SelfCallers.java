package dev.resilientdb.retry;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ways to call {@code retried} from within its own class.
 */
final class SelfCallers {

	private SelfCallers() {
	}

	static class Retried {

		@Transactional
		@DeadlockRetry
		public void retried() {
			// Never called
		}

	}

	static class Direct extends Retried {

		public void run() {
			retried();
		}

	}

	static class Overloading {

		public void run() {
			retried(1, 2L, "three");
		}

		@Transactional
		@DeadlockRetry
		public void retried(int first, long second, String third) {
			// Never called
		}

	}

	static class InLoop extends Retried {

		public void run(List<String> rows) {
			for (String row : rows) {
				if (!row.isEmpty()) {
					retried();
				}
			}
		}

	}

	static class WithArguments {

		private final long[] amounts = new long[2];

		private int next;

		public long run(String name) {
			return 2 * retried(new IllegalStateException(name + 1), this.amounts[0] + this.amounts[1],
					(Object) this.next, new int[] { 1 }, String::valueOf);
		}

		@Transactional
		@DeadlockRetry
		public long retried(Object first, long second, Object third, int[] fourth, Mapping fifth) {
			return second;
		}

		interface Mapping {

			String map(Object value);

		}

	}

	static class Inherited extends Caller {

		@Override
		@Transactional
		@DeadlockRetry
		public void retried() {
			// Never called
		}

	}

	abstract static class Caller {

		public void run() {
			retried();
		}

		abstract void retried();

	}

	static class Interfaced extends Retried implements Runnable {

		@Override
		public void run() {
			retried();
		}

	}

	static class WithoutTransaction extends Retried {

		@Transactional(propagation = Propagation.NOT_SUPPORTED)
		public void run() {
			retried();
		}

	}

	static class NewTransaction {

		@Transactional
		public void run() {
			retried();
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		@DeadlockRetry
		public void retried() {
			// Never called
		}

	}

	static class Indirect extends Retried {

		public void run() {
			helper();
		}

		private void helper() {
			retried();
		}

	}

	static class Injected extends Retried {

		private final ObjectProvider<Injected> self;

		Injected(ObjectProvider<Injected> self) {
			this.self = self;
		}

		public void run() {
			this.self.getObject().retried();
		}

	}

	static class Other extends Retried {

		public void run(Other other) {
			other.retried();
		}

	}

	static class Either extends Retried {

		public void run(Either other, boolean own) {
			(own ? this : other).retried();
		}

	}

	static class OtherEither extends Retried {

		public void run(OtherEither other, boolean own) {
			(own ? other : this).retried();
		}

	}

	static class Joining extends Retried {

		@Transactional
		public void run() {
			retried();
		}

	}

	static class AlsoRetried extends Retried {

		@Transactional
		@DeadlockRetry
		public void run() {
			retried();
		}

	}

	static class Mandatory extends Retried {

		@Transactional(propagation = Propagation.MANDATORY)
		public void run() {
			retried();
		}

	}

	static class HelperOfTransaction extends Retried {

		@Transactional
		public void run() {
			helper();
		}

		private void helper() {
			retried();
		}

	}

	static class Programmatic extends Retried {

		private final TransactionTemplate transactions;

		Programmatic(PlatformTransactionManager manager) {
			this.transactions = new TransactionTemplate(manager);
		}

		public void run() {
			this.transactions.executeWithoutResult((status) -> retried());
		}

	}

	// The compiler adds a bridge that calls retried on this
	static class GenericTask implements Generic<String> {

		@Override
		@Transactional
		@DeadlockRetry
		public void retried(String value) {
			// Never called
		}

	}

	interface Generic<T> {

		void retried(T value);

	}

	static class Superclass extends Retried {

		@Override
		public void retried() {
			super.retried();
		}

	}

	static class NotAnnotated {

		public void run() {
			transactional();
		}

		@Transactional
		public void transactional() {
			// Never called
		}

	}

}
