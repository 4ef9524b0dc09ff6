package dev.resilientdb.sample.account;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AccountRepository extends ListCrudRepository<Account, Long> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.id = :id")
	Optional<Account> lock(long id);

	@Query("select coalesce(sum(a.balance), 0L) from Account a where a.owner = :owner")
	long money(String owner);

	@Query("""
			select count(a) from Account a where a.owner = :owner and a.balance <> :opening
				+ (select coalesce(sum(e.amount), 0L) from LedgerEntry e where e.toAccount = a.id)
				- (select coalesce(sum(e.amount), 0L) from LedgerEntry e where e.fromAccount = a.id)
			""")
	long deviating(String owner, long opening);

	@Modifying
	@Query("delete from Account a where a.owner = :owner")
	void erase(String owner);

}
