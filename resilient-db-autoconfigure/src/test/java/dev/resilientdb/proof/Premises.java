package dev.resilientdb.proof;

import javax.sql.DataSource;

import dev.resilientdb.test.ProductFaults;
import dev.resilientdb.test.TestDatabase;

/**
 * Where a history takes place.
 *
 * @param database the ledger
 * @param connections how it is reached
 * @param archive the second ledger, on H2
 * @param product how the ledger's product fails
 * @param faults what goes wrong in both
 */
record Premises(TestDatabase database, DataSource connections, TestDatabase archive, ProductFaults product,
		ThreadFaults faults) {

	static final int ACCOUNTS = 6;

	static final int BALANCE = 1_000_000;

	/**
	 * Creates the tables and opens the accounts.
	 */
	void prepare() {
		for (String table : new String[] { "account", "entry", "audit", "mark", "receipt" }) {
			this.database.owner().execute("drop table if exists " + table);
		}
		this.database.owner()
			.execute("create table account (id integer primary key, balance bigint not null, version integer not null)",
					"create table entry (order_id integer not null, account integer not null, amount integer not null)",
					"create table audit (order_id integer not null)", "create table mark (id integer primary key)",
					"create table receipt (order_id integer primary key)", "insert into mark (id) values (0)");
		for (int account = 0; account < ACCOUNTS; account++) {
			this.database.owner().execute("insert into account values (%d, %d, 0)".formatted(account, BALANCE));
		}
		this.archive.owner().execute("drop table if exists filed", "create table filed (order_id integer not null)");
	}

}
