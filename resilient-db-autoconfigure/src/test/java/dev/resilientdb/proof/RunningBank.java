package dev.resilientdb.proof;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.proof.Teller.Manner;

/**
 * The running application with fresh books.
 */
record RunningBank(Premises premises, ConfigurableApplicationContext context) implements AutoCloseable {

	static RunningBank open(Premises premises, List<Class<?>> configurations, String... properties) {
		premises.prepare();
		return new RunningBank(premises, BankApplication.start(premises, configurations, properties));
	}

	/**
	 * Makes a history; there can be only one.
	 */
	History run(Workload workload, Manner manner) {
		Staff staff = this.context.getBean(Staff.class);
		Branch branch = this.context.getBean(Branch.class);
		List<Answer> answers = workload.run(new Teller(staff, this.premises.faults(), manner));
		return new History(workload.seed(), answers, answers.size() - staff.neverCalled(), branch.entered());
	}

	/**
	 * Who calls straight.
	 */
	Teller teller() {
		return new Teller(this.context.getBean(Staff.class), this.premises.faults(), ThrowingCallable::call);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
