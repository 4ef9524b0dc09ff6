CREATE TABLE addresses (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL,
    street      text NOT NULL,
    zip         varchar(12) NOT NULL,
    city        text NOT NULL,
    country     char(2) NOT NULL DEFAULT 'DE'
);
ALTER TABLE addresses ADD CONSTRAINT addresses_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE orders ADD COLUMN shipping_address_id bigint REFERENCES addresses (id);
