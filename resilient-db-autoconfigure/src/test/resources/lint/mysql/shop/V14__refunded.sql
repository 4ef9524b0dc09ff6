ALTER TABLE orders MODIFY status ENUM('placed','paid','sent','refunded') NOT NULL DEFAULT 'placed';
