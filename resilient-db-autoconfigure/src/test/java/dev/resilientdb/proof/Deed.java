package dev.resilientdb.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be done with an order, and what it leaves behind.
 */
@SuppressWarnings("ImmutableEnumChecker") // no way to say that lambdas are
enum Deed {

	TRANSFER((staff, order) -> staff.bank().transfer(order)),

	TRANSFER_STUBBORNLY((staff, order) -> staff.bank().transferStubbornly(order)),

	TRANSFER_SERIALIZABLY((staff, order) -> staff.bank().transferSerializably(order)),

	TRANSFER_IN_NEW_TRANSACTION((staff, order) -> staff.bank().transferInNewTransaction(order)),

	TRANSFER_IN_PARTS((staff, order) -> staff.bank().transferInParts(order)),

	TRANSFER_DESPITE_CHECK((staff, order) -> staff.bank().transferDespiteCheck(order)),

	TRANSFER_IN_SAVEPOINT((staff, order) -> staff.bank().transferInSavepoint(order), Trait.SAVEPOINT),

	TRANSFER_WITH_MARK((staff, order) -> staff.bank().transferWithMark(order), Trait.SAVEPOINT),

	TRANSFER_AND_COMPLAIN((staff, order) -> staff.bank().transferAndComplain(order)),

	TRANSFER_AND_OBJECT((staff, order) -> staff.bank().transferAndObject(order)),

	TRANSFER_AND_NOTIFY((staff, order) -> staff.bank().transferAndNotify(order)),

	TRANSFER_INTERRUPTED((staff, order) -> staff.bank().transferInterrupted(order)),

	TRANSFER_BY_TEMPLATE((staff, order) -> staff.transferByTemplate(order)),

	TRANSFER_INSIDE_OTHER((staff, order) -> staff.transferInsideOther(order), Trait.INNER_AFTER_OUTER),

	REFUSE((staff, order) -> staff.bank().refuse(order)),

	BALANCE((staff, order) -> staff.bank().balance(order), Trait.READS),

	SETTLE((staff, order) -> staff.bank().settle(order)),

	SETTLE_BY_TEMPLATE((staff, order) -> staff.settleByTemplate(order)),

	SETTLE_WITH_AUDIT((staff, order) -> staff.audited().settleWithAudit(order), Trait.REPEATS_INNER),

	AUDIT_THEN_TRANSFER((staff, order) -> staff.audited().auditThenTransfer(order), Trait.AUDITS),

	TRANSFER_THEN_AUDIT((staff, order) -> staff.audited().transferThenAudit(order), Trait.AUDITS,
			Trait.INNER_AFTER_OUTER),

	TRANSFER_UNLESS_AUDIT_FAILS((staff, order) -> staff.audited().transferUnlessAuditFails(order), Trait.AUDITS,
			Trait.INNER_AFTER_OUTER),

	TRY_AUDIT_THEN_TRANSFER((staff, order) -> staff.audited().tryAuditThenTransfer(order)),

	FILE_THEN_TRANSFER((staff, order) -> staff.audited().fileThenTransfer(order), Trait.FILES),

	TRANSFER_THEN_FILE((staff, order) -> staff.audited().transferThenFile(order), Trait.FILES),

	TRANSFER_ENTITIES((staff, order) -> staff.transferEntities(order), Trait.ENTITIES);

	private final Act act;

	private final Set<Trait> traits;

	Deed(Act act, Trait... traits) {
		this.act = act;
		this.traits = EnumSet.noneOf(Trait.class);
		this.traits.addAll(List.of(traits));
	}

	/**
	 * Deeds that have none of the given traits.
	 */
	static List<Deed> without(Trait... traits) {
		return Stream.of(values()).filter((deed) -> Stream.of(traits).noneMatch(deed::is)).toList();
	}

	boolean is(Trait trait) {
		return this.traits.contains(trait);
	}

	void carryOut(Staff staff, Order order) throws Throwable {
		this.act.carryOut(staff, order);
	}

	private interface Act {

		void carryOut(Staff staff, Order order) throws Throwable;

	}

	/**
	 * What sets a deed apart.
	 */
	enum Trait {

		/**
		 * Moves nothing.
		 */
		READS,

		/**
		 * Does not succeed without a row of audit.
		 */
		AUDITS,

		/**
		 * Does not succeed without a row in the archive.
		 */
		FILES,

		/**
		 * Declares that other transactions inside may be repeated.
		 */
		REPEATS_INNER,

		/**
		 * Begins another transaction on the same database after its own has written.
		 */
		INNER_AFTER_OUTER,

		/**
		 * Needs savepoints.
		 */
		SAVEPOINT,

		/**
		 * Needs JPA.
		 */
		ENTITIES

	}

}
