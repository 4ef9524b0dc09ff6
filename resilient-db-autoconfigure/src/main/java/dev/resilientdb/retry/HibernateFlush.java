package dev.resilientdb.retry;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import org.hibernate.Session;

import org.springframework.util.ClassUtils;

/**
 * Tells the moment between Hibernate's last flush and COMMIT.
 */
final class HibernateFlush {

	private static final boolean PRESENT = ClassUtils.isPresent("org.hibernate.Session",
			HibernateFlush.class.getClassLoader())
			&& ClassUtils.isPresent("jakarta.transaction.Synchronization", HibernateFlush.class.getClassLoader());

	private HibernateFlush() {
	}

	/**
	 * Arranges for {@link Attempt#commitSent()} to be called when the flush is over.
	 * @return whether Hibernate will tell
	 */
	static boolean announce(EntityManager entityManager, Attempt attempt) {
		return PRESENT && Sessions.announce(entityManager, attempt);
	}

	// Loaded only when Hibernate is there
	private static final class Sessions {

		static boolean announce(EntityManager entityManager, Attempt attempt) {
			if (!(entityManager instanceof Session session) || !session.getTransaction().isActive()) {
				return false;
			}
			session.getTransaction().registerSynchronization(new Synchronization() {

				@Override
				public void beforeCompletion() {
					attempt.commitSent();
				}

				@Override
				public void afterCompletion(int status) {
					// A callback that fails from here on looks like a failed commit
					if (status == Status.STATUS_COMMITTED) {
						attempt.committed();
					}
				}

			});
			return true;
		}

	}

}
