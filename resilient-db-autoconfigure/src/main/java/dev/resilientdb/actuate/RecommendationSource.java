package dev.resilientdb.actuate;

import java.util.List;

/**
 * A room that recommends something. Reads memory only: never asks a database.
 */
@FunctionalInterface
interface RecommendationSource {

	List<Recommendation> recommendations();

}
