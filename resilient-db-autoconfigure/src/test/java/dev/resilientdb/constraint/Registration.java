package dev.resilientdb.constraint;

import jakarta.persistence.EntityManager;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transactions that insert customers, and what they do before.
 */
class Registration {

	private final EntityManager entities;

	Registration(EntityManager entities) {
		this.entities = entities;
	}

	@Transactional
	public void run(Runnable before, Customer customer) {
		before.run();
		this.entities.persist(customer);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void runApart(Runnable before, Customer customer) {
		run(before, customer);
	}

	@Transactional
	public void transaction(Runnable work) {
		work.run();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void apart(Runnable work) {
		work.run();
	}

	void lookFor(String email) {
		this.entities.createQuery("select count(c) from Customer c where c.email = :email", Long.class)
			.setParameter("email", email)
			.getSingleResult();
	}

	void find(int id) {
		this.entities.find(Customer.class, id);
	}

	void query(String sql) {
		this.entities.createNativeQuery(sql).getResultList();
	}

	void flush(Customer customer) {
		this.entities.persist(customer);
		this.entities.flush();
	}

}
