package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyLookup} and {@link SqlText}.
 */
class KeyLookupTests {

	private final KeyLookup email = new KeyLookup("CUSTOMER", List.of("EMAIL"));

	private final KeyLookup line = new KeyLookup("purchase", List.of("line", "article"));

	@ParameterizedTest
	@ValueSource(strings = { "select c1_0.id from customer c1_0 where c1_0.email=?",
			"/* select c from Customer c */ select c.id from customer c where c.email=?",
			"select id from customer where email = ?", "SELECT id FROM Customer AS c WHERE lower(c.Email) = lower(?)",
			"select \"c\".\"id\" from \"shop\".\"customer\" \"c\" where \"c\".\"email\"=?",
			"select `c`.id from shop.`customer` `c` where `c`.`email`=?",
			"select count(*) from [dbo].[customer] where [email] = ?",
			"select o.id from orders o join customer c on c.id=o.customer_id where o.open=? and c.email=? order by o.id",
			"select o.id from orders o, customer c where c.email=?",
			"select o.id from orders o where exists (select 1 from customer c where c.email=?) and o.open=?",
			"select c.id from customer c where c.email=? order by c.name fetch first ? rows only",
			"select id -- where\n from customer where email=?" })
	void seesQueryForKey(String sql) {
		assertThat(this.email.isSoughtBy(SqlText.of(sql))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "select c.email from customer c where c.id=?", "select c.email from customer c",
			"select c.id from customer c where c.id=? order by c.email",
			"select c.id from customer c where c.id=? group by c.email having c.email=?",
			"select u.id from users u where u.email=?", "select email from users where email=?",
			"select o.id from orders o left join customer c on c.email=o.email where o.id=?",
			"select o.id from orders o, customer c where email=?",
			"select o.id from orders o left join customer c on c.id=o.customer_id where o.email=?",
			"select id from customer where id=? /* where email=? */", "select id from customer where name=' email '",
			"select id from customer where email(?)=id",
			"select customer.id from users customer where customer.email=?", "update customer set name=? where email=?",
			"insert into customer (email) select email from users", "",
			"select a.id from customer a, customer b where a.email=b.email" })
	void seesNoQueryForKey(String sql) {
		assertThat(this.email.isSoughtBy(SqlText.of(sql))).isFalse();
	}

	@Test
	void wantsEveryColumnOfTheKey() {
		assertThat(this.line.isSoughtBy(SqlText.of("select id from purchase where article=? and line=?"))).isTrue();
		assertThat(this.line.isSoughtBy(SqlText.of("select id from purchase where article=?"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into customer (id, email) values (?, ?)",
			"/* insert for Customer */ insert into shop.customer (id) values (default)",
			"update customer set email=? where id=?", "merge into customer c using dual on (c.email=?)",
			"insert into \"Customer\" (id) values (?)", "replace into customer values (?)" })
	void seesWrite(String sql) {
		assertThat(this.email.isWrittenBy(SqlText.of(sql))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into customers (id) values (?)", "delete from customer where id=?",
			"select id from customer for update", "insert into orders (customer) values (?)" })
	void seesNoWrite(String sql) {
		assertThat(this.email.isWrittenBy(SqlText.of(sql))).isFalse();
	}

	@Test
	void passesOverGeneratedLists() {
		String list = "?,".repeat(30_000);
		assertThat(this.email.isSoughtBy(SqlText.of("select id from customer where email in (" + list + "?)")))
			.isFalse();
	}

}
