package kotlin.coroutines;

/**
 * Stands in for the interface that Kotlin's compiler adds as the last parameter of a
 * suspend function.
 *
 * @param <T> what the function returns
 */
public interface Continuation<T> {

	void resumeWith(T result);

}
