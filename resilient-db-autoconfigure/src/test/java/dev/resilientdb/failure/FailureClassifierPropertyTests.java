package dev.resilientdb.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classifier answers for every exception, however its parts hang together.
 */
class FailureClassifierPropertyTests {

	private static final FailureClassifier classifier = Classifiers.create();

	@Property
	void endsForEveryGraph(@ForAll("nodes") List<Throwable> nodes, @ForAll("edges") List<Edge> edges) {
		edges.forEach((edge) -> edge.connect(nodes));
		assertThat(nodes).allSatisfy((node) -> assertThat(kind(node)).isNotBlank());
	}

	@Property
	void findsEverySqlExceptionThatIsReachable(@ForAll("nodes") List<Throwable> nodes,
			@ForAll("edges") List<Edge> edges, @ForAll @IntRange(max = 11) int target) {
		Throwable root = new IllegalStateException("root");
		root.addSuppressed(nodes.get(target % nodes.size()));
		root.addSuppressed(new SQLException("known", "40001"));
		edges.forEach((edge) -> edge.connect(nodes));
		assertThat(classifier.classify(root)).isNotNull();
	}

	@Property(tries = 50)
	void endsForDeepChains(@ForAll @IntRange(min = 1, max = 100_000) int depth) {
		Throwable chain = IntStream.range(0, depth)
			.boxed()
			.reduce((Throwable) new SQLException("deep", "40001"),
					(inner, number) -> new RuntimeException("level", inner), (first, second) -> first);
		assertThat(classifier.classify(chain) == null).isEqualTo(depth > 255);
	}

	@Property(tries = 20)
	void endsForLongBatches(@ForAll @IntRange(min = 1, max = 5_000) int rows) {
		SQLException batch = new SQLException("batch", "40001");
		IntStream.range(0, rows).forEach((row) -> batch.setNextException(new SQLException("row", "23505")));
		assertThat(classifier.classify(batch)).returns(FailureKind.SERIALIZATION_FAILURE, DatabaseFailure::kind);
	}

	@Property
	void endsForEveryCode(@ForAll("sqlStates") String sqlState, @ForAll int vendorCode) {
		SQLException ex = new SQLException("any", sqlState, vendorCode);
		assertThat(classifier.classify(ex)).isNotNull().returns(ex, DatabaseFailure::cause);
	}

	@Provide
	Arbitrary<List<Throwable>> nodes() {
		Arbitrary<SQLException> coded = Combinators.combine(sqlStates(), Arbitraries.integers())
			.as((sqlState, code) -> new SQLException("coded", sqlState, code));
		Arbitrary<Throwable> plain = Arbitraries.of("a", "b").map(IllegalStateException::new);
		Arbitrary<Throwable> masking = Arbitraries.of("a", "b").map(TransactionSystemException::new);
		Arbitrary<Throwable> translated = Arbitraries.of("a", "b").map(CannotAcquireLockException::new);
		Arbitrary<Throwable> pooled = Arbitraries.of("a", "b").map(SQLTransientConnectionException::new);
		return Arbitraries.oneOf(coded, plain, masking, translated, pooled).list().ofMinSize(1).ofMaxSize(12);
	}

	@Provide
	Arbitrary<List<Edge>> edges() {
		Arbitrary<Integer> index = Arbitraries.integers().between(0, 11);
		return Combinators.combine(Arbitraries.of(Link.values()), index, index).as(Edge::new).list().ofMaxSize(40);
	}

	@Provide
	Arbitrary<String> sqlStates() {
		return Arbitraries.strings().ofMinLength(0).ofMaxLength(6).injectNull(0.1);
	}

	private static String kind(Throwable throwable) {
		DatabaseFailure failure = classifier.classify(throwable);
		return (failure == null) ? "none" : failure.kind().name();
	}

	private record Edge(Link link, int from, int to) {

		void connect(List<Throwable> nodes) {
			Throwable source = nodes.get(this.from % nodes.size());
			Throwable target = nodes.get(this.to % nodes.size());
			this.link.connect(source, target);
		}

	}

	/**
	 * How one exception leads to another. What an exception does not allow is left out.
	 */
	private enum Link {

		CAUSE {
			@Override
			void connect(Throwable source, Throwable target) {
				if (source != target && source.getCause() == null) {
					attempt(() -> source.initCause(target));
				}
			}
		},

		SUPPRESSED {
			@Override
			void connect(Throwable source, Throwable target) {
				attempt(() -> source.addSuppressed(target));
			}
		},

		NEXT {
			@Override
			void connect(Throwable source, Throwable target) {
				if (source instanceof SQLException first && target instanceof SQLException second
						&& first.getNextException() == null && second.getNextException() == null && first != second) {
					first.setNextException(second);
				}
			}
		},

		APPLICATION_EXCEPTION {
			@Override
			void connect(Throwable source, Throwable target) {
				if (source instanceof TransactionSystemException masking) {
					attempt(() -> masking.initApplicationException(target));
				}
			}
		};

		abstract void connect(Throwable source, Throwable target);

		private static void attempt(Runnable link) {
			try {
				link.run();
			}
			catch (IllegalStateException | IllegalArgumentException ex) {
				// Linked already, or to itself
			}
		}

	}

}
