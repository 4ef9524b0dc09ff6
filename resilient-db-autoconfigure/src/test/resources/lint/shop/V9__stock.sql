ALTER TABLE products ADD COLUMN stock integer;
UPDATE products SET stock = 0;
ALTER TABLE products ALTER COLUMN stock SET NOT NULL;
ALTER TABLE products ADD CONSTRAINT products_stock_check CHECK (stock >= 0);
