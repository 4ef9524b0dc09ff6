package dev.resilientdb.sample.order;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface WarehouseRepository extends ListCrudRepository<Warehouse, Long> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select w from Warehouse w where w.id = :id")
	Optional<Warehouse> lock(long id);

}
