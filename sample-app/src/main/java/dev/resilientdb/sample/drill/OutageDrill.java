package dev.resilientdb.sample.drill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

import dev.resilientdb.circuit.Availability;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.sample.RefusedException;
import dev.resilientdb.sample.account.Ledger;

/**
 * Lets an outage happen while callers are at work, and watches what the library says of
 * it and what callers are answered.
 */
@Component
class OutageDrill {

	private static final int CALLERS = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Floor floor;

	private final List<Outage> outages;

	private final Watch watch;

	private final Ledger ledger;

	private final DatabaseName database;

	OutageDrill(Floor floor, ObjectProvider<Outage> outages, Watch watch, Ledger ledger, DatabaseName database) {
		this.floor = floor;
		this.outages = outages.orderedStream().toList();
		this.watch = watch;
		this.ledger = ledger;
		this.database = database;
	}

	List<Outage> outages() {
		return this.outages;
	}

	OutageReport run(String name) throws SQLException, InterruptedException {
		Outage outage = this.outages.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElseThrow(() -> RefusedException.unknown("drill", name));
		return this.floor.exclusively(() -> run(outage));
	}

	private OutageReport run(Outage outage) throws SQLException, InterruptedException {
		String product = product();
		Traffic traffic = Traffic.start(CALLERS, this::read);
		Course course;
		Tally.Outcome throughout;
		try {
			if (!this.watch.awaitHealth(PATIENCE)) {
				throw RefusedException.impossible("The pool is not healthy to begin with.");
			}
			course = suffer(outage);
		}
		finally {
			throughout = traffic.stop();
		}
		return OutageReport.of(outage, product, course, throughout);
	}

	private Course suffer(Outage outage) throws SQLException, InterruptedException {
		// Some outages take their time to happen
		Future<Finding> observation = this.watch.observe(outage.expected(), PATIENCE);
		try {
			return suffer(outage, outage.inflict(), observation);
		}
		finally {
			observation.cancel(true);
		}
	}

	private Course suffer(Outage outage, Outage.Repair repair, Future<Finding> observation)
			throws SQLException, InterruptedException {
		Finding found;
		Tally.Outcome afterVerdict;
		Outlook outlook;
		try {
			found = found(observation);
			if (outage.expected() == PoolVerdict.DATABASE_DOWN) {
				this.watch.awaitRefusal(Duration.ofSeconds(5));
			}
			afterVerdict = new Crowd(CALLERS, Duration.ofSeconds(1)).repeat(this::read);
			outlook = new Outlook(this.watch.availability(), this.watch.evidence());
		}
		finally {
			repair.mend();
		}
		return new Course(found, afterVerdict, outlook, recovery());
	}

	private static Finding found(Future<Finding> observation) throws InterruptedException {
		try {
			return observation.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The watch of the drill broke off", ex.getCause());
		}
	}

	private @Nullable Duration recovery() throws InterruptedException {
		long end = System.nanoTime();
		return this.watch.awaitHealth(PATIENCE) ? Duration.ofNanos(System.nanoTime() - end) : null;
	}

	private String product() {
		try {
			return this.database.read();
		}
		catch (MetaDataAccessException ex) {
			throw RefusedException.impossible("The database is not there to begin with.");
		}
	}

	private void read() {
		this.ledger.audit("nobody", 0);
	}

	/**
	 * How an outage went.
	 *
	 * @param found what the library said
	 * @param afterVerdict what callers met with from then on
	 * @param outlook what the library said in the end
	 * @param recovery how long all took to be well again, null if it is not
	 */
	record Course(Finding found, Tally.Outcome afterVerdict, Outlook outlook, @Nullable Duration recovery) {
	}

	/**
	 * What the library says.
	 *
	 * @param availability what can be expected of the database
	 * @param evidence what the verdict on the pool rests on
	 */
	record Outlook(Availability availability, List<String> evidence) {
	}

}
