CREATE TABLE IF NOT EXISTS wishlists (
    customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    product_id  bigint NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    added_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, product_id)
);
CREATE INDEX IF NOT EXISTS wishlists_product_idx ON wishlists (product_id);
GRANT SELECT ON ALL TABLES IN SCHEMA public TO CURRENT_USER;
