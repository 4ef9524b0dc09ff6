package dev.resilientdb.acquisition;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in the fields of one object what stands in those of another: Boot's metrics read
 * HikariCP's field {@code pool}, which is set with the first connection.
 */
final class FieldMirror {

	private static final Logger logger = LoggerFactory.getLogger(FieldMirror.class);

	private final Object original;

	private final Object image;

	private final List<Field> fields;

	private volatile boolean reflected;

	FieldMirror(Object original, Object image) {
		this.original = original;
		this.image = image;
		this.fields = fields(original.getClass());
	}

	/**
	 * Copies the fields, once.
	 */
	void reflectOnce() {
		if (!this.reflected) {
			this.reflected = true;
			reflect();
		}
	}

	void reflect() {
		for (Field field : this.fields) {
			try {
				field.set(this.image, field.get(this.original));
			}
			catch (IllegalAccessException ex) {
				logger.debug("Field {} cannot be copied", field, ex);
			}
		}
	}

	private static List<Field> fields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
			for (Field field : declaring.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && open(field)) {
					fields.add(field);
				}
			}
		}
		return List.copyOf(fields);
	}

	private static boolean open(Field field) {
		try {
			field.setAccessible(true);
			return true;
		}
		catch (InaccessibleObjectException | SecurityException ex) {
			return false;
		}
	}

}
