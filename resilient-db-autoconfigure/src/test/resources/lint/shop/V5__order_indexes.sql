CREATE INDEX ON orders (customer_id);
CREATE INDEX orders_open_idx ON orders (placed_at) WHERE status IN ('placed', 'paid');
CREATE INDEX order_lines_product_idx ON order_lines (product_id);
