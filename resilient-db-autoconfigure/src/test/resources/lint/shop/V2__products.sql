CREATE TABLE products (
    id          bigserial PRIMARY KEY,
    sku         varchar(40) NOT NULL UNIQUE,
    title       text NOT NULL,
    description text,
    price       numeric(10,2) NOT NULL CHECK (price >= 0),
    active      boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE products IS 'What''s for sale; one row a variant';
