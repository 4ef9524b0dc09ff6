package dev.resilientdb.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import dev.resilientdb.proof.Deed.Trait;
import dev.resilientdb.proof.ListedFaults.Strike;
import dev.resilientdb.test.Fault;
import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done in whatever order, and wherever which faults strike: the books hold
 * what callers were told. One thread on H2, so that a counterexample shrinks to the few
 * calls that matter.
 */
class LedgerPropertyTests {

	private static final TestDatabase database = TestDatabase.h2();

	private static final TestDatabase archive = TestDatabase.h2();

	private static final Set<Deed> PLAIN = EnumSet.of(Deed.TRANSFER, Deed.TRANSFER_STUBBORNLY,
			Deed.TRANSFER_SERIALIZABLY, Deed.TRANSFER_IN_NEW_TRANSACTION, Deed.TRANSFER_IN_PARTS,
			Deed.TRANSFER_IN_SAVEPOINT, Deed.TRANSFER_BY_TEMPLATE, Deed.SETTLE, Deed.SETTLE_BY_TEMPLATE, Deed.BALANCE);

	private static RunningBank bank;

	@BeforeContainer
	static void open() {
		database.open();
		archive.open();
		bank = RunningBank.open(
				new Premises(database, database.dataSource(), archive, ProductFaults.h2(), new ThreadFaults()),
				List.of(Connections.Pooled.class));
	}

	@AfterContainer
	static void close() {
		bank.close();
		database.close();
		archive.close();
	}

	@Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
	void booksHoldWhatCallersWereTold(@ForAll("steps") List<Step> steps) {
		History history = history(steps);
		Inspection inspection = Inspection.of(bank.premises());
		assertThat(inspection.wrongEntries(history)).isEmpty();
		assertThat(inspection.wrongInnerTransactions(history)).isEmpty();
		assertThat(inspection.wrongBalances(history)).isEmpty();
		assertThat(history.answers()).allSatisfy((answer) -> assertThat(answer.leftovers()).isEmpty());
	}

	@Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
	void deadlocksAreCured(@ForAll("steps") List<Step> steps) {
		assertThat(history(steps).answers()).filteredOn((answer) -> PLAIN.contains(answer.deed()))
			.filteredOn(LedgerPropertyTests::sawOnlyDeadlocks)
			.allSatisfy((answer) -> assertThat(answer.told()).as(answer.toString()).isEqualTo(Told.DONE));
	}

	private static boolean sawOnlyDeadlocks(Answer answer) {
		return answer.strikes().stream().allMatch((strike) -> strike.endsWith(Fault.DEADLOCK.name()));
	}

	private static History history(List<Step> steps) {
		bank.premises().prepare();
		Teller teller = bank.teller();
		List<Answer> answers = new ArrayList<>();
		for (Step step : steps) {
			Order order = new Order(answers.size() + 1, step.from(), (step.from() + 1) % Premises.ACCOUNTS, 1);
			answers.add(teller.ask(step.deed(), order, new ListedFaults(step.strikes())));
		}
		return new History(0, answers, 0, 0);
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		Arbitrary<Fault> any = Arbitraries.of(Fault.class).filter((fault) -> fault != Fault.NONE);
		// A failing rollback needs a failure before it
		Arbitrary<Fault> faults = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Fault.DEADLOCK)),
				Tuple.of(2, Arbitraries.just(Fault.NOT_SENT)), Tuple.of(3, any));
		Arbitrary<Strike> strikes = Combinators.combine(Arbitraries.integers().between(0, 30), faults).as(Strike::new);
		Arbitrary<Deed> deeds = Arbitraries.of(Deed.without(Trait.ENTITIES));
		return Combinators.combine(deeds, Arbitraries.integers().between(0, 3), strikes.list().ofMaxSize(4))
			.as(Step::new)
			.list()
			.ofMaxSize(6);
	}

	record Step(Deed deed, int from, List<Strike> strikes) {
	}

}
