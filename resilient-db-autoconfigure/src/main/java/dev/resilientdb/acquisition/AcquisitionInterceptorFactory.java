package dev.resilientdb.acquisition;

/**
 * Creates the interceptor of a data source. Beans of this type stand around each other in
 * their order, the first outermost; they are created with the first data source, and must
 * not need one.
 */
@FunctionalInterface
public interface AcquisitionInterceptorFactory {

	/**
	 * Creates an interceptor.
	 * @param dataSource bean name of the data source
	 */
	AcquisitionInterceptor create(String dataSource);

}
