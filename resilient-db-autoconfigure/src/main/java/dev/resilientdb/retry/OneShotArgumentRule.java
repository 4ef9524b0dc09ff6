package dev.resilientdb.retry;

import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.sql.ResultSet;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.util.ClassUtils;

/**
 * What can be read only once is used up by the first attempt.
 */
final class OneShotArgumentRule implements MisuseRule {

	// Readable covers Reader, Iterator covers Scanner
	private static final List<Class<?>> ONE_SHOT = List.of(InputStream.class, Readable.class, ReadableByteChannel.class,
			InputStreamResource.class, Iterator.class, Enumeration.class, Spliterator.class, BaseStream.class,
			ResultSet.class);

	@Override
	public @Nullable Misuse check(RetriedMethod method, @Nullable AdviceChain chain) {
		for (Class<?> parameter : method.method().getParameterTypes()) {
			if (ONE_SHOT.stream().anyMatch((type) -> type.isAssignableFrom(parameter))) {
				return method.misuse(
						"takes " + ClassUtils.getShortName(parameter)
								+ ", which the first attempt uses up: a further one would find it empty",
						"Read it before the call and pass what was read.");
			}
		}
		return null;
	}

}
