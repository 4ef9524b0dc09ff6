package dev.resilientdb.retry;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionImplementor;

import org.springframework.util.ClassUtils;

/**
 * The entities that a Hibernate session manages.
 */
final class HibernateEntities {

	private static final boolean PRESENT = ClassUtils.isPresent("org.hibernate.engine.spi.SessionImplementor",
			HibernateEntities.class.getClassLoader());

	private HibernateEntities() {
	}

	static boolean isEmpty(EntityManager entityManager) {
		return !PRESENT || Sessions.isEmpty(entityManager);
	}

	// Loaded only when Hibernate is there
	private static final class Sessions {

		static boolean isEmpty(EntityManager entityManager) {
			return !(entityManager.getDelegate() instanceof SessionImplementor session)
					|| session.getPersistenceContextInternal().getNumberOfManagedEntities() == 0;
		}

	}

}
