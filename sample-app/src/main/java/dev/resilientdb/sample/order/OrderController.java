package dev.resilientdb.sample.order;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

	private final Orders orders;

	private final Stock stock;

	private final ProductRepository products;

	OrderController(Orders orders, Stock stock, ProductRepository products) {
		this.orders = orders;
		this.stock = stock;
		this.products = products;
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	Receipt place(@Valid @RequestBody Wish wish) {
		return Receipt.of(this.orders.place(wish.customer(), wish.sku(), wish.quantity()));
	}

	@GetMapping("/products")
	List<Offer> products() {
		return this.products.findAllByOrderByName().stream().map(Offer::of).toList();
	}

	@PutMapping("/products/{sku}/stock")
	Offer correct(@PathVariable String sku, @Valid @RequestBody Correction correction) {
		return Offer.of(this.stock.correct(sku, correction.stock()));
	}

	@PostMapping("/warehouses/{id}/recount")
	Count recount(@PathVariable long id) {
		return new Count(id, this.stock.recount(id));
	}

	record Wish(@NotNull Long customer, @NotBlank String sku, @Positive long quantity) {
	}

	// Whether a stock can be negative is the database's to say
	record Correction(@NotNull Long stock) {
	}

	record Receipt(long id, long customer, String sku, long quantity) {

		static Receipt of(PurchaseOrder order) {
			return new Receipt(order.id(), order.customerId(), order.sku(), order.quantity());
		}

	}

	record Count(long warehouse, long units) {
	}

	record Offer(String sku, String name, long stock) {

		static Offer of(Product product) {
			return new Offer(product.sku(), product.name(), product.stock());
		}

	}

}
