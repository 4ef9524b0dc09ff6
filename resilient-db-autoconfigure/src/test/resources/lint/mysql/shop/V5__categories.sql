CREATE TABLE categories (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(80) NOT NULL, parent_id INT NULL);
ALTER TABLE categories ADD CONSTRAINT categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id);
ALTER TABLE products ADD COLUMN category_id INT NULL AFTER sku, ADD KEY products_category (category_id);
