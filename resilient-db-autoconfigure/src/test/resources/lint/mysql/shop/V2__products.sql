CREATE TABLE `products` (
    `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `sku` VARCHAR(40) NOT NULL UNIQUE,
    `title` VARCHAR(200) NOT NULL COMMENT 'What''s for sale; one row a variant',
    `description` TEXT,
    `price` DECIMAL(10,2) NOT NULL CHECK (`price` >= 0),
    `active` TINYINT(1) NOT NULL DEFAULT 1
) ENGINE=InnoDB;
