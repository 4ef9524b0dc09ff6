package dev.resilientdb.proof;

import jakarta.persistence.EntityManager;

import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.DeadlockRetry;

/**
 * Carries out orders on versioned entities: Hibernate writes when the transaction
 * commits.
 */
class EntityBank {

	private final EntityManager entityManager;

	EntityBank(EntityManager entityManager) {
		this.entityManager = entityManager;
	}

	@Transactional
	@DeadlockRetry(alsoOn = FailureKind.OPTIMISTIC_LOCK)
	public void transfer(Order order) {
		move(order, order.from(), -order.amount());
		move(order, order.to(), order.amount());
	}

	private void move(Order order, int account, int amount) {
		this.entityManager.find(Account.class, account).add(amount);
		this.entityManager.createNativeQuery("insert into entry (order_id, account, amount) values (?1, ?2, ?3)")
			.setParameter(1, order.id())
			.setParameter(2, account)
			.setParameter(3, amount)
			.executeUpdate();
	}

}
