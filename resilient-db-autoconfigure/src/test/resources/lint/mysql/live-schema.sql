CREATE TABLE customers (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email VARCHAR(200) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE orders (
    id BIGINT NOT NULL PRIMARY KEY,
    shop INT NOT NULL,
    customer_id BIGINT,
    amount INT,
    code VARCHAR(50),
    title VARCHAR(100),
    state ENUM('new', 'paid', 'sent') NOT NULL DEFAULT 'new',
    marks SET('gift', 'express'),
    price DECIMAL(10,2),
    remark TEXT,
    placed DATETIME,
    old_code INT,
    note VARCHAR(50) NOT NULL DEFAULT '',
    KEY orders_placed (placed),
    KEY orders_customer (customer_id),
    CONSTRAINT orders_old CHECK (old_code < 1000000),
    CONSTRAINT orders_parent FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
