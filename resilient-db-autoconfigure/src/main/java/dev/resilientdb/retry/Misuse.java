package dev.resilientdb.retry;

/**
 * A method that asks for retries which would not happen, or not as expected.
 *
 * @param method the method with its class
 * @param found what is the matter with it, as the rest of a sentence that the method
 * begins
 * @param wayOut what to do, as sentences of their own
 */
record Misuse(String method, String found, String wayOut) {

	@Override
	public String toString() {
		return this.method + " " + this.found;
	}

}
