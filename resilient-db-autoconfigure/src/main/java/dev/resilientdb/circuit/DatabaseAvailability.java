package dev.resilientdb.circuit;

import java.util.List;

/**
 * What can be expected of the application's databases. Asking reads memory alone and
 * never waits. The bean is there in every application; while the room is switched off
 * everything is available. Safe for use by several threads.
 */
public interface DatabaseAvailability {

	/**
	 * What can be expected of one database.
	 * @param dataSource bean name of the data source; of one that is not known nothing is
	 * known against it
	 */
	Availability of(String dataSource);

	/**
	 * The worst of all.
	 */
	Availability overall();

	/**
	 * What is known of one database, and why.
	 * @param dataSource bean name of the data source
	 */
	AvailabilityReport report(String dataSource);

	/**
	 * What is known of all databases.
	 */
	List<AvailabilityReport> reports();

	/**
	 * Has a listener told of every change from now on.
	 * @return ends it
	 */
	Registration addListener(AvailabilityListener listener);

	/**
	 * A listener that is told.
	 */
	interface Registration extends AutoCloseable {

		/**
		 * Lets it be told no longer.
		 */
		@Override
		void close();

	}

}
