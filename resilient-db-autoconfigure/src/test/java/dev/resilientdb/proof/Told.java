package dev.resilientdb.proof;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.proof.Bank.Complaint;
import dev.resilientdb.proof.Bank.Objection;
import dev.resilientdb.retry.CommitOutcomeUnknownException;

/**
 * What the caller of an order was told.
 */
enum Told {

	/**
	 * Nothing but a result.
	 */
	DONE,

	/**
	 * An exception that belongs to an order which has been carried out.
	 */
	DONE_BUT,

	/**
	 * Any other exception.
	 */
	FAILED,

	/**
	 * That nobody knows.
	 */
	UNKNOWN;

	static Told by(@Nullable Throwable thrown) {
		if (thrown == null) {
			return DONE;
		}
		if (thrown instanceof CommitOutcomeUnknownException) {
			return UNKNOWN;
		}
		return (thrown instanceof Complaint || thrown instanceof Objection) ? DONE_BUT : FAILED;
	}

	boolean allows(int orders) {
		return switch (this) {
			case DONE, DONE_BUT -> orders == 1;
			case FAILED -> orders == 0;
			case UNKNOWN -> orders == 0 || orders == 1;
		};
	}

}
