package dev.resilientdb.proof;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statements that orders consist of. Nothing keeps an order from being booked twice:
 * a double stays visible.
 */
class Books {

	private final JdbcTemplate jdbc;

	Books(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void move(Order order) {
		debit(order);
		credit(order);
	}

	void debit(Order order) {
		add(order.from(), -order.amount());
		enter(order, order.from(), -order.amount());
	}

	void credit(Order order) {
		enter(order, order.to(), order.amount());
		add(order.to(), order.amount());
	}

	private void add(int account, int amount) {
		this.jdbc.update("update account set balance = balance + ?, version = version + 1 where id = ?", amount,
				account);
	}

	private void enter(Order order, int account, int amount) {
		this.jdbc.update("insert into entry (order_id, account, amount) values (?, ?, ?)", order.id(), account, amount);
	}

	void audit(Order order) {
		this.jdbc.update("insert into audit (order_id) values (?)", order.id());
	}

	/**
	 * Violates a constraint for every third order.
	 */
	void mark(Order order) {
		this.jdbc.update("insert into mark (id) values (?)", (order.id() % 3 == 0) ? 0 : order.id());
	}

	boolean isSettled(Order order) {
		return this.jdbc.queryForObject("select count(*) from receipt where order_id = ?", Integer.class,
				order.id()) > 0;
	}

	void receipt(Order order) {
		this.jdbc.update("insert into receipt (order_id) values (?)", order.id());
	}

	int balance(int account) {
		return this.jdbc.queryForObject("select balance from account where id = ?", Integer.class, account);
	}

}
