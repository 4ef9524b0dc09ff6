CREATE TYPE order_status AS ENUM ('cart', 'placed', 'paid', 'shipped', 'cancelled');

CREATE TABLE orders (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id bigint NOT NULL REFERENCES customers,
    status      order_status NOT NULL DEFAULT 'cart',
    placed_at   timestamp,
    total       numeric(12,2) NOT NULL DEFAULT 0
);
CREATE TABLE order_lines (
    order_id   uuid   NOT NULL REFERENCES orders ON DELETE CASCADE,
    line       int    NOT NULL,
    product_id bigint NOT NULL,
    quantity   int    NOT NULL,
    price      numeric(10,2) NOT NULL,
    CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line),
    CONSTRAINT order_lines_product_fk FOREIGN KEY (product_id) REFERENCES products (id)
);
