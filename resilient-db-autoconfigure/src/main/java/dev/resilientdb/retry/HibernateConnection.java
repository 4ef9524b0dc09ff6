package dev.resilientdb.retry;

import java.time.Duration;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.LogicalConnectionImplementor;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;

import org.springframework.util.ClassUtils;

/**
 * The connection of a Hibernate session.
 */
final class HibernateConnection {

	private static final boolean PRESENT = ClassUtils.isPresent("org.hibernate.engine.spi.SessionImplementor",
			HibernateConnection.class.getClassLoader());

	private HibernateConnection() {
	}

	/**
	 * Gives the connection back, so that the next transaction takes another: under Spring
	 * a session holds a lost connection until it is closed.
	 */
	static void release(EntityManager entityManager) {
		if (PRESENT) {
			Sessions.release(entityManager);
		}
	}

	/**
	 * Shortens the timeout of the running transaction, rounded up to whole seconds.
	 */
	static void limitTransaction(EntityManager entityManager, Duration remaining) {
		if (PRESENT) {
			Sessions.limitTransaction(entityManager, remaining);
		}
	}

	// Loaded only when Hibernate is there
	private static final class Sessions {

		static void limitTransaction(EntityManager entityManager, Duration remaining) {
			if (entityManager.getDelegate() instanceof SessionImplementor session) {
				int seconds = (int) Math.min(Integer.MAX_VALUE, remaining.plusSeconds(1).minusNanos(1).toSeconds());
				session.getJdbcCoordinator().setTransactionTimeOut(Math.max(1, seconds));
			}
		}

		static void release(EntityManager entityManager) {
			if (!(entityManager.getDelegate() instanceof SessionImplementor session)) {
				return;
			}
			LogicalConnectionImplementor connection = session.getJdbcCoordinator().getLogicalConnection();
			boolean held = connection
				.getConnectionHandlingMode() == PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_HOLD;
			if (held && connection.isOpen() && connection.isPhysicallyConnected()) {
				connection.manualDisconnect();
			}
		}

	}

}
