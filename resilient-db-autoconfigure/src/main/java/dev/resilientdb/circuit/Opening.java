package dev.resilientdb.circuit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why a circuit lets nobody through, or few.
 *
 * @param since when it opened
 * @param reason what opened it
 * @param until when the next try is made
 * @param heldUntil until when the word of the probe keeps it open, null when nobody asks
 * the database and callers must try themselves
 */
record Opening(Instant since, Reason reason, Instant until, @Nullable Instant heldUntil) {
}
