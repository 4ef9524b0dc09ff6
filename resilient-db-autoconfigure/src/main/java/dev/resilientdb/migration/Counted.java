package dev.resilientdb.migration;

/**
 * Numbers of things, in words.
 */
final class Counted {

	private Counted() {
	}

	static String of(int number, String thing) {
		return (number == 1) ? "1 " + thing : number + " " + thing + "s";
	}

}
