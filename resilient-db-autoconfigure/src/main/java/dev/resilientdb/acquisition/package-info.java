/**
 * What happens between an application's wish for a connection and the connection? Rooms
 * stand around that moment without changing the type of the application's data source.
 * Depends on the room {@code failure} for the names of data sources.
 */
@NullMarked
package dev.resilientdb.acquisition;

import org.jspecify.annotations.NullMarked;
