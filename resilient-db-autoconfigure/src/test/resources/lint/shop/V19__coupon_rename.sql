ALTER TABLE coupons RENAME TO vouchers;
DROP INDEX IF EXISTS orders_open_idx;
CREATE INDEX orders_open_idx ON orders (placed_at, id) WHERE status = 'placed';
