package dev.resilientdb.pool;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaseStack}.
 */
class LeaseStackTests {

	private final LeaseStack stack = new LeaseStack();

	private final TransactionExecution outer = new Named("outer");

	private final TransactionExecution inner = new Named("inner");

	@Test
	void innerTransactionGivesWayToOuter() {
		this.stack.begin(this.outer);
		this.stack.begin(this.inner);
		assertThat(this.stack.transaction().name()).isEqualTo("inner");
		this.stack.end(this.inner);
		assertThat(this.stack.transaction().name()).isEqualTo("outer");
	}

	@Test
	void endThatIsToldTwiceEndsOneTransaction() {
		this.stack.begin(this.outer);
		this.stack.begin(this.inner);
		this.stack.end(this.inner);
		this.stack.end(this.inner);
		assertThat(this.stack.transaction().name()).isEqualTo("outer");
	}

	@Test
	void endOfOuterEndsInnerWhoseEndNobodyTold() {
		this.stack.begin(this.outer);
		this.stack.begin(this.inner);
		TransactionFrame frame = this.stack.transaction();
		this.stack.end(this.outer);
		assertThat(this.stack.transaction()).isNull();
		assertThat(frame.isActive()).isFalse();
	}

	@Test
	void endedTransactionKeepsItsNameAndNothingElse() {
		this.stack.begin(this.outer);
		TransactionFrame frame = this.stack.transaction();
		this.stack.end(this.outer);
		assertThat(frame.name()).isEqualTo("outer");
		assertThat(frame.isOf(this.outer)).isFalse();
	}

	@Test
	void transactionsWhoseEndNobodyTellsAreForgotten() {
		IntStream.range(0, 1000).forEach((i) -> this.stack.begin(this.inner));
		assertThat(Stream.iterate(this.stack.transaction(), Objects::nonNull, TransactionFrame::outer))
			.hasSizeLessThan(50);
	}

	private record Named(String getTransactionName) implements TransactionExecution {

		@Override
		public String getTransactionName() {
			return this.getTransactionName;
		}

	}

}
