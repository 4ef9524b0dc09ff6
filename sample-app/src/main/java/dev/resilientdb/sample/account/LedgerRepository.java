package dev.resilientdb.sample.account;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface LedgerRepository extends ListCrudRepository<LedgerEntry, Long> {

	Optional<LedgerEntry> findByTransferId(String transferId);

	@Query("""
			select count(e) from LedgerEntry e
			where e.fromAccount in (select a.id from Account a where a.owner = :owner)
			""")
	long entries(String owner);

	@Modifying
	@Query("""
			delete from LedgerEntry e
			where e.fromAccount in (select a.id from Account a where a.owner = :owner)
			""")
	void erase(String owner);

}
