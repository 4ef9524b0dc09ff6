package dev.resilientdb.sample.order;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProductRepository extends ListCrudRepository<Product, String> {

	List<Product> findAllByOrderByName();

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Product p where p.sku = :sku")
	Optional<Product> lock(String sku);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Product p where p.warehouseId = :warehouse order by p.sku")
	List<Product> lockAll(long warehouse);

}
