CREATE TABLE stock (product_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, amount INT NOT NULL, CONSTRAINT stock_product FOREIGN KEY (product_id) REFERENCES products (id));
INSERT INTO stock (product_id, amount) SELECT id, 0 FROM products;
