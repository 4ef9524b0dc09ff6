package dev.resilientdb.sample.order;

import org.springframework.data.repository.ListCrudRepository;

interface PurchaseOrderRepository extends ListCrudRepository<PurchaseOrder, Long> {

}
